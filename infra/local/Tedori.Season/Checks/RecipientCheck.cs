using Tedori.Local.Mail;
using Tedori.Programme.Cases;

namespace Tedori.Season.Checks;

/// <summary>
/// Every notice went to the address that the case had when it was caused; a new address got none but the question
/// whether it is right before both had confirmed.
/// </summary>
internal sealed class RecipientCheck(Outbox outbox) : ISeasonCheck
{
    private readonly Findings findings = new("recipients");
    private readonly Dictionary<string, string> expected = [];

    public void Add(CaseDossier dossier)
    {
        var (address, asked) = ("", "");
        for (var i = 0; i < dossier.Events.Count; i++)
        {
            var e = dossier.Events[i];
            if (e is CaseEvent.Entered entered)
                address = entered.Form.Email;
            if (e is CaseEvent.ContactChangeRequested request)
                asked = request.Contact.Email;
            if (e is CaseEvent.ContactChanged changed)
                address = changed.Contact.Email;
            if (e is CaseEvent.ContactReplaced replaced)
                address = replaced.Contact.Email;
            if (Programme.Notices.NoticeComposer.KindOf(e) is { } kind)
                expected[new NoticeId(dossier.Id, kind, i + 1).ToString()] = Of(e, address, asked);
        }
    }

    public async Task<Invariant> FinishAsync()
    {
        await foreach (var mail in outbox.AllAsync())
        {
            findings.Expect(expected.TryGetValue(mail.NoticeId, out var to) && to == mail.To,
                () => $"{mail.NoticeId} went to {mail.To}, not to {to}");
        }

        return findings.ToInvariant("mails");
    }

    private static string Of(CaseEvent e, string address, string asked) => e switch
    {
        CaseEvent.ContactConfirmationAsked { Confirmation.Side: ContactSide.New } => asked,
        CaseEvent.NoticeRepeated repeated => repeated.To,
        CaseEvent.FormerContactTold told => told.Former,
        _ => address,
    };
}
