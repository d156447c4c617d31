using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;

namespace Tedori.Programme.Cases;

public static partial class CaseDecider
{
    private static Decision RegisterCompany(Edition edition, CaseState s, CaseCommand.RegisterCompany c) =>
        File(edition, s, c, c.Filing, Step.CompanyRegistration,
            () => Asking(
                edition, s, Step.EligibilityReview, c.Filing.Gaps, new CaseEvent.CompanyRegistered(c.At, c.Filing)));

    private static Decision RegisterProject(Edition edition, CaseState s, CaseCommand.RegisterProject c) =>
        File(edition, s, c, c.Filing, Step.ProjectRegistration, () =>
        {
            if (Unknown(edition, c.Items) is { } unknown)
                return Refuse(unknown);
            var items = c.Items.Distinct().Order().ToList();
            return items.Count < edition.Grant.MinimumItems
                ? Refuse(Refusals.TooFewItems(edition.Grant.MinimumItems))
                : Decision.Accept(new CaseEvent.ProjectRegistered(c.At, c.Filing, new(
                    items, TrackOf(edition, items), ItemStatement.Last(items, null, c.Stated))));
        });

    private static Decision SubmitClaim(Edition edition, CaseState s, CaseCommand.SubmitClaim c) =>
        File(edition, s, c, c.Filing, Step.Claim, () =>
        {
            var project = s.Project ?? throw new InvalidOperationException($"{s.Id} claims without a project.");
            int[] items = [.. c.Items.Distinct().Order()];
            var claim = new Claim(items, c.Persons, ItemStatement.Last(items, null, c.Stated));
            if (CheckItems(edition, claim, project.Items) is { } refusal)
                return Refuse(refusal);
            return Asking(
                edition, s, Step.ClaimReview, [.. s.Gaps, .. c.Filing.Gaps ?? []],
                new CaseEvent.ClaimSubmitted(c.At, c.Filing, claim));
        });

    /// <summary>What all three filings share: repetition, step, receipt, and the undoing of a lapse.</summary>
    private static Decision File(
        Edition edition, CaseState s, CaseCommand c, Filing filing, Step step, Func<Decision> accept)
    {
        if (s.Filed.TryGetValue(step, out var key))
            return key == filing.Key ? Decision.Nothing : Replace(edition, s, c, filing, step, accept);
        var lapsedHere = s.Outcome == Outcome.Lapsed && s.ClosedIn == step;
        var here = s.Step == step || (step == Step.Claim && s.Step == Step.Implementation);
        if (!here && !lapsedHere)
            return WrongStep(s, CaseLabels.Of(step));
        var cutoff = CaseSchedule.Of(edition, s, step)
            ?? throw new InvalidOperationException($"{s.Id} has no deadline for {step}.");
        return Check(cutoff, filing.Receipt, c) is { } refusal ? Refuse(refusal) : AfterLapse(s, c, step, accept());
    }

    /// <summary>
    /// Why what was filed in a step cannot be replaced (差し替え) any more, whatever its deadline; null where it can.
    /// </summary>
    public static Refusal? CheckReplacement(CaseState state, Step step)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.Outcome is { } outcome)
            return Refusals.CaseClosed(outcome);
        var waits = step switch
        {
            Step.CompanyRegistration => Step.EligibilityReview,
            Step.ProjectRegistration => Step.Implementation,
            Step.Claim => Step.ClaimReview,
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, "Nothing is filed in this step."),
        };
        return state.UnderReview == waits || (state.Step != waits && step == Step.CompanyRegistration)
            ? Refusals.ReviewHasBegun(CaseLabels.Of(step))
            : state.Step == waits ? null
            : state.Claim is not null ? Refusals.ClaimFiled(CaseLabels.Of(step))
            : Refusals.ImplementationOver(CaseLabels.Of(step));
    }

    // Only what says which version it replaces comes in its place: neither an envelope of the same content nor the second of
    // two forms that were open at once takes the place of what the company meant.
    private static Decision Replace(
        Edition edition, CaseState s, CaseCommand c, Filing filing, Step step, Func<Decision> accept)
    {
        if (s.Replaced.Contains(filing.Key))
            return Decision.Nothing;
        if (filing.Replaces != s.Filed[step])
            return Refuse(Refusals.AlreadyFiled(CaseLabels.Of(step)));
        if (CheckReplacement(s, step) is { } refusal)
            return Refuse(refusal);
        var cutoff = CaseSchedule.Of(edition, s, step)!;
        return Check(cutoff, filing.Receipt, c) is null ? accept() : Refuse(Refusals.ReplacedTooLate(cutoff));
    }

    // What is missing on paper is asked for at once: nobody could hand the form back to be filled in.
    private static Decision Asking(
        Edition edition, CaseState s, Step review, IReadOnlyList<FilingGap>? gaps, CaseEvent filed)
    {
        if (gaps is not { Count: > 0 })
            return Decision.Accept(filed);
        var today = JapanTime.DateOf(filed.At);
        var due = edition.Calendar.AddBusinessDays(today, edition.Windows.CorrectionBusinessDays);
        return Decision.Accept(filed, new CaseEvent.CorrectionRequested(
            filed.At, new(s.Corrections + 1, review, [.. gaps.Select(g => g.Correction).Distinct()], today, due)));
    }

    // A filing that was on time undoes the lapse, however late the post brings it (guideline 1(4)).
    private static Decision AfterLapse(CaseState s, CaseCommand c, Step step, Decision decision) =>
        s.Outcome == Outcome.Lapsed && decision is Decision.Accepted accepted
            ? new Decision.Accepted([new CaseEvent.Reinstated(c.At, step), .. accepted.Events])
            : decision;

    private static Refusal? Check(Cutoff cutoff, Receipt receipt, CaseCommand c) => receipt.Match(
        electronic => electronic.ReceivedAt > c.At
            ? throw new InvalidOperationException("A filing was received after it was decided about.")
            : cutoff.Admits(electronic) ? null : Refusals.AfterCutoff(cutoff),
        post => post.Postmark > post.Arrived || post.Arrived > JapanTime.DateOf(c.At)
            ? Refusals.PostmarkImpossible(post.Postmark, post.Arrived)
            : cutoff.Admits(post) ? null : Refusals.PostmarkTooLate(cutoff, post.Postmark));

    private static Track TrackOf(Edition edition, IEnumerable<int> items) =>
        items.Any(n => IsWage(edition, n)) ? Track.Wage : Track.Plain;

    private static bool IsWage(Edition edition, int item) =>
        edition.GroupOf(edition.FindItem(item)!).Unit == GrantUnit.Person;

    private static Refusal? Unknown(Edition edition, IEnumerable<int> items) =>
        items.Where(n => edition.FindItem(n) is null).Select(Refusals.UnknownItem).FirstOrDefault();

    private static Refusal? CheckItems(Edition edition, Claim claim, IReadOnlyList<int> allowed)
    {
        if (claim.Items.Count == 0)
            return Refusals.NoItems;
        if (Unknown(edition, claim.Items) is { } unknown)
            return unknown;
        foreach (var item in claim.Items.Where(n => !allowed.Contains(n)))
            return Refusals.ItemNotRegistered(edition.FindItem(item)!);
        return claim.Items.Any(n => IsWage(edition, n)) == claim.Persons > 0 && claim.Persons >= 0
            ? null
            : Refusals.PersonsDoNotMatch;
    }
}
