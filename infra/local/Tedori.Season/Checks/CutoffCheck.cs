using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Serialization;

namespace Tedori.Season.Checks;

/// <summary>Nothing filed before its cut-off is ever lapsed, and nothing filed after it is accepted.</summary>
internal sealed class CutoffCheck : ISeasonCheck
{
    private readonly Findings findings = new("cut-offs");
    private readonly Deadlines deadlines;
    private readonly ILookup<CaseId, (FilingPlan Plan, AgendaItem Item, string Result)> filed;

    public CutoffCheck(Edition edition, Agenda agenda)
    {
        deadlines = new(edition, new(agenda));
        // What comes in the place of another is judged by versions.
        filed = agenda.DoneOf(Deed.File)
            .Select(d => (Plan: TedoriJson.Read<FilingPlan>(d.Item.Body), d.Item, d.Result))
            .Where(f => f.Plan.Replaces is null).ToLookup(f => f.Plan.CaseId);
    }

    public void Add(CaseDossier dossier)
    {
        foreach (var (plan, item, result) in filed[dossier.Id])
        {
            var key = item.Key;
            if (result == CompanyActor.Withdrawn)
            {
                findings.Expect(TakenBack(dossier, plan), () => $"{key}: the request was never taken back");
                continue;
            }

            var due = deadlines.DueOf(dossier, plan.Step, plan.Correction, item.At);
            var onTime = deadlines.Meets(plan.Receipt, due, item.At);
            findings.Expect(onTime ? result == "accepted" : result is "afterCutoff" or "postmarkTooLate",
                () => $"{key}: on time {onTime}, answered {result}");
            findings.Expect(Accepts(dossier, key) == onTime, () => $"{key}: on time {onTime}, record says otherwise");
            var lapsed = dossier.State.Outcome == Outcome.Lapsed && dossier.State.ClosedIn == plan.Step;
            findings.Expect(
                !(lapsed && onTime && Last(dossier, plan)), () => $"{key} was on time, yet the case lapsed");
        }
    }

    public Task<Invariant> FinishAsync() => Task.FromResult(findings.ToInvariant("filings"));

    private static bool Last(CaseDossier dossier, FilingPlan plan) =>
        plan.Correction is not { } number || number == dossier.State.Corrections;

    private static bool Accepts(CaseDossier dossier, string key) =>
        dossier.State.Filed.Values.Contains(key) || dossier.State.Replaced.Contains(key)
        || dossier.State.Answered.Contains(key);

    private static bool TakenBack(CaseDossier dossier, FilingPlan plan) =>
        dossier.Events.OfType<CaseEvent.CorrectionWithdrawn>().Any(e => e.Number == plan.Correction);
}
