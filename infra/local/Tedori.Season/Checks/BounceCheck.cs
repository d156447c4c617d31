using Tedori.Programme.Serialization;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Office;

namespace Tedori.Season.Checks;

/// <summary>
/// Whatever came back is known to have come back, also after its delivery was reported, and staff were asked to act on
/// it; all else arrived.
/// </summary>
internal sealed class BounceCheck(Agenda agenda, StaffTasks tasks) : ISeasonCheck
{
    private readonly Findings findings = new("returned mail");
    private readonly HashSet<string> asked = [];

    private readonly HashSet<string> returned =
    [
        .. agenda.DoneOf(Deed.ReportDelivery).Select(d => TedoriJson.Read<DeliveryPlan>(d.Item.Body))
            .Where(p => !p.Delivered).Select(p => p.Notice.ToString()),
    ];

    public void Add(CaseDossier dossier)
    {
        foreach (var sent in dossier.Sent.Where(s => s.State != NoticeState.Withheld))
        {
            var id = sent.Notice.Id.ToString();
            var expected = returned.Contains(id) ? NoticeState.Bounced : NoticeState.Delivered;
            findings.Expect(sent.State == expected, () => $"{id} is {sent.State}, not {expected}");
            if (sent.State == NoticeState.Bounced)
                asked.Add(id);
        }
    }

    public async Task<Invariant> FinishAsync()
    {
        var raised = await tasks.AllAsync().Where(t => t.Kind == "mailBounced").Select(t => t.Subject).ToHashSetAsync();
        foreach (var id in asked.Union(raised))
        {
            var (came, known) = (returned.Contains(id), raised.Contains(id));
            findings.Expect(came && known, () => $"{id} came back {came}, staff know {known}");
        }

        return findings.ToInvariant("mails and tasks");
    }
}
