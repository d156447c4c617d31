using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Post;
using Tedori.Programme.Serialization;
using Tedori.Workflows.Post;

namespace Tedori.Season.Checks;

/// <summary>
/// No case lapses while an envelope of it waits to be read; what was postmarked in time is filed however late it is
/// read, and the rest is not.
/// </summary>
internal sealed class EnvelopeCheck(Edition edition, Agenda agenda) : ISeasonCheck
{
    private readonly Findings findings = new("pending post");
    private readonly Deadlines deadlines = new(edition, new(agenda));

    private readonly ILookup<CaseId, (EnvelopePlan Plan, string Result)> read = agenda.DoneOf(Deed.ReadPostmark)
        .Select(d => (Plan: TedoriJson.Read<EnvelopePlan>(d.Item.Body), d.Result)).ToLookup(d => d.Plan.CaseId);

    public void Add(CaseDossier dossier)
    {
        var waiting = new HashSet<string>();
        foreach (var e in dossier.Events)
        {
            if (e is CaseEvent.EnvelopeRecorded recorded)
                waiting.Add(recorded.Key);
            if (SettledBy(e) is { } settled)
                waiting.Remove(settled);
            if (e is CaseEvent.Lapsed)
                findings.Expect(
                    waiting.Count == 0, () => $"{dossier.Id} lapsed at {e.At} with post that nobody had read");
        }

        foreach (var (plan, result) in read[dossier.Id])
            Look(dossier, plan, result);
    }

    public Task<Invariant> FinishAsync() => Task.FromResult(findings.ToInvariant("lapses and envelopes"));

    private void Look(CaseDossier dossier, EnvelopePlan plan, string result)
    {
        var key = $"post-{plan.Id}";
        var due = deadlines.DueOf(dossier, Step.CompanyRegistration, null, plan.ReadAt);
        var onTime = plan.Postmark <= due;
        var filed = dossier.State.Filed.Values.Contains(key);
        findings.Expect(filed == onTime && result == $"{(onTime ? EnvelopeState.Filed : EnvelopeState.Refused)}",
            () => $"{plan.Id}: postmark {plan.Postmark}, due {due}, answered {result}, filed {filed}");
        var from = At(dossier, e => e is CaseEvent.EnvelopeRecorded recorded && recorded.Key == key);
        var to = At(dossier, e => SettledBy(e) == key);
        findings.Expect(from < plan.ReadAt && to == plan.ReadAt, () => $"{plan.Id}: waited from {from} to {to}");
        findings.Expect(!onTime || !dossier.Events.Any(e => e is CaseEvent.Lapsed { In: Step.CompanyRegistration }),
            () => $"{plan.Id} was on time, yet the case lapsed");
    }

    // By what it became, or because nothing can become of it any more.
    private static string? SettledBy(CaseEvent e) => e switch
    {
        CaseEvent.CompanyRegistered x => x.Filing.Key,
        CaseEvent.FilingRefused x => x.Key,
        CaseEvent.EnvelopeSettled x => x.Key,
        _ => null,
    };

    private static Instant? At(CaseDossier dossier, Func<CaseEvent, bool> which) =>
        dossier.Events.Where(which).Select(e => (Instant?)e.At).FirstOrDefault();
}
