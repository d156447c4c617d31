using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Serialization;

namespace Tedori.Season.Checks;

/// <summary>
/// Of what a company filed in several versions the last is decided that was received in time, before the review began. Each
/// version keeps its receipt, and whoever comes later is refused and told why.
/// </summary>
internal sealed class VersionCheck : ISeasonCheck
{
    private static readonly Step[] Steps = [Step.ProjectRegistration, Step.Claim];
    private readonly Findings findings = new("versions");
    private readonly Deadlines deadlines;
    private readonly ILookup<(CaseId, Step), Filed> filed;
    private readonly ILookup<CaseId, Instant> begun;

    public VersionCheck(Edition edition, Agenda agenda)
    {
        deadlines = new(edition, new(agenda));
        filed = agenda.DoneOf(Deed.File)
            .Select(d => new Filed(d.Item.Key, d.Item.At, TedoriJson.Read<FilingPlan>(d.Item.Body), d.Result))
            .Where(f => f.Plan.Correction is null).ToLookup(f => (f.Plan.CaseId, f.Plan.Step));
        begun = agenda.DoneOf(Deed.BeginReview).ToLookup(d => TedoriJson.Read<CaseId>(d.Item.Body), d => d.Item.At);
    }

    public void Add(CaseDossier dossier)
    {
        var replaced = new List<string>();
        foreach (var step in Steps)
        {
            var taken = filed[(dossier.Id, step)].Where(f => f.Result == "accepted").ToList();
            foreach (var later in filed[(dossier.Id, step)].Where(f => f.Plan.Replaces is not null))
                Answered(dossier, later, taken[0].At);
            Kept(dossier, step, taken);
            replaced.AddRange(taken.SkipLast(1).Select(f => f.Key));
        }

        findings.Expect(dossier.State.Replaced.SequenceEqual(replaced),
            () => $"{dossier.Id}: replaced {string.Join(' ', dossier.State.Replaced)}, not {string.Join(' ', replaced)}");
        Decided(dossier);
    }

    public Task<Invariant> FinishAsync() => Task.FromResult(findings.ToInvariant("filings, versions and decisions"));

    private void Answered(CaseDossier dossier, Filed later, Instant firstAt)
    {
        var expected = WhyNot(dossier, later, firstAt) ?? "accepted";
        findings.Expect(later.Result == expected, () => $"{later.Key}: {expected}, answered {later.Result}");
        findings.Expect(later.Result == "accepted" || dossier.Attempts.Any(
                a => a.Key == later.Key && a.Receipt == later.Plan.Receipt && a.Refusal.Code == later.Result),
            () => $"{later.Key}: {later.Result}, and no such attempt is on record");
    }

    private string? WhyNot(CaseDossier dossier, Filed later, Instant firstAt)
    {
        if (ClosedAt(dossier, later.At))
            return "caseClosed";
        if (later.Plan.Step == Step.Claim && begun[dossier.Id].Any(at => firstAt < at && at < later.At))
            return "reviewHasBegun";
        var due = deadlines.DueOf(dossier, later.Plan.Step, null, later.At);
        return deadlines.Meets(later.Plan.Receipt, due, later.At) ? null : "replacedTooLate";
    }

    private static bool ClosedAt(CaseDossier dossier, Instant at) => dossier.Events.LastOrDefault(
        e => e.At < at && (Reopens(e) || OutcomeCheck.Closes(e))) is { } last && !Reopens(last);

    private static bool Reopens(CaseEvent e) => e is CaseEvent.Reinstated or CaseEvent.Promoted;

    // The versions on record are those that companies were told are taken, each as it was received.
    private void Kept(CaseDossier dossier, Step step, List<Filed> taken)
    {
        var versions = dossier.Events.Select(e => (Event: e, Filing: FilingOf(e, step))).Where(v => v.Filing is not null).ToList();
        findings.Expect(
            versions.Select(v => (v.Filing!.Key, v.Filing.Replaces, v.Filing.Receipt)).SequenceEqual(
                taken.Select(f => (f.Key, f.Plan.Replaces, f.Plan.Receipt))),
            () => $"{dossier.Id}: the record keeps other versions of {step} than were taken");
        if (versions is [])
            return;
        findings.Expect(dossier.State.Filed.GetValueOrDefault(step) == taken[^1].Key,
            () => $"{dossier.Id}: {dossier.State.Filed.GetValueOrDefault(step)} stands, not {taken[^1].Key}");
        var between = dossier.Events.SkipWhile(e => e != versions[0].Event).TakeWhile(e => e != versions[^1].Event);
        findings.Expect(!between.Any(e => e is CaseEvent.ReviewBegun or CaseEvent.CorrectionRequested),
            () => $"{taken[^1].Key} was taken when the review had begun");
    }

    // What is decided is what the last version that was taken claims.
    private void Decided(CaseDossier dossier)
    {
        if (dossier.Events.OfType<CaseEvent.GrantDecided>().SingleOrDefault() is not { } granted)
            return;
        var key = filed[(dossier.Id, Step.Claim)].Last(f => f.Result == "accepted").Key;
        var claim = dossier.Events.OfType<CaseEvent.ClaimSubmitted>().Single(e => e.Filing.Key == key).Claim;
        var judged = granted.Approved.Items.Concat((granted.Refused ?? []).Select(r => r.Item)).Order();
        findings.Expect(judged.SequenceEqual(claim.Items) && granted.Approved.Persons <= claim.Persons,
            () => $"{dossier.Id}: decided was something else than {key}");
    }

    private static Filing? FilingOf(CaseEvent e, Step step) => (step, e) switch
    {
        (Step.ProjectRegistration, CaseEvent.ProjectRegistered x) => x.Filing,
        (Step.Claim, CaseEvent.ClaimSubmitted x) => x.Filing,
        _ => null,
    };

    private sealed record Filed(string Key, Instant At, FilingPlan Plan, string Result);
}
