using Tedori.Local.Mail;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Notices;

namespace Tedori.Season.Checks;

/// <summary>Each case, kind and cause was mailed exactly once, and nothing else was mailed.</summary>
internal sealed class MailCheck(Outbox outbox) : ISeasonCheck
{
    private readonly Findings findings = new("mails");
    private readonly HashSet<string> expected = [];

    public void Add(CaseDossier dossier)
    {
        findings.Expect(dossier.Unsent == 0, () => $"{dossier.Id}: {dossier.Unsent} notices did not leave");
        for (var i = 0; i < dossier.Events.Count; i++)
        {
            if (NoticeComposer.KindOf(dossier.Events[i]) is { } kind)
                expected.Add(new NoticeId(dossier.Id, kind, i + 1).ToString());
        }

        foreach (var reminder in dossier.Events.OfType<CaseEvent.ReminderFellDue>())
            findings.Expect(
                !FiledBefore(dossier, reminder), () => $"{dossier.Id}: reminded at {reminder.At} after it had filed");
    }

    public async Task<Invariant> FinishAsync()
    {
        await foreach (var mail in outbox.AllAsync())
            findings.Expect(
                expected.Remove(mail.NoticeId), () => $"{mail.NoticeId} was mailed without a cause or twice");
        foreach (var again in outbox.Doubles().Where(d => !d.Same || !d.AfterCrash))
            findings.Found($"{again.NoticeId} was handed over again at {again.At}");
        foreach (var missing in expected)
            findings.Found($"{missing} was not mailed");
        return findings.ToInvariant("mails and reminders");
    }

    private static bool FiledBefore(CaseDossier dossier, CaseEvent.ReminderFellDue reminder) => dossier.Events
        .TakeWhile(e => e != reminder)
        .Any(e => (reminder.Of, e) is (Step.CompanyRegistration, CaseEvent.CompanyRegistered)
            or (Step.ProjectRegistration, CaseEvent.ProjectRegistered)
            or (Step.Implementation or Step.Claim, CaseEvent.ClaimSubmitted));
}
