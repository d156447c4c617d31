using Tedori.Programme.Cases;
using Tedori.Programme.Editions;

namespace Tedori.Programme.Plans;

/// <summary>Which measures of the plan a company is led to (適切な誘導). Pure.</summary>
public static class Referrals
{
    /// <summary>Most measures that a page names.</summary>
    public const int Most = 5;

    // Where a company stands counts as much as two of its items.
    private const int WeightOfSituation = 2;

    /// <summary>
    /// The measures that fit, best first: by how many of the chosen items they fit and whether they fit the situation, then
    /// in the order of the plan. The programme itself is none of them.
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <param name="items">Numbers of the items that the company chose; empty before it chose any.</param>
    /// <param name="situation">Where it stands, or null where that says nothing.</param>
    /// <param name="most">How many at most.</param>
    public static IReadOnlyList<Referral> Of(
        Plan plan, IReadOnlyCollection<int> items, Situation? situation, int most = Most)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(items);
        return [.. plan.Measures.Where(m => !m.IsProgramme)
            .Select(m => (Measure: m, Reasons: Reasons(m, items, situation)))
            .Where(m => m.Reasons.Count > 0)
            .OrderByDescending(m => m.Reasons.Sum(Weight))
            .Take(most)
            .Select(m => new Referral(m.Measure, m.Reasons))];
    }

    /// <summary>The measures for a case: by the items it registered and by where it stands; none where no plan is of its year.</summary>
    public static IReadOnlyList<Referral> Of(PlanSet plans, Edition edition, CaseState state, int most = Most)
    {
        ArgumentNullException.ThrowIfNull(plans);
        ArgumentNullException.ThrowIfNull(state);
        return plans.Of(edition) is { } plan ? Of(plan, ItemsOf(state), Situations.Of(state), most) : [];
    }

    private static IReadOnlyCollection<int> ItemsOf(CaseState state) => state.Claim?.Items ?? state.Project?.Items ?? [];

    private static List<ReferralReason> Reasons(Measure measure, IReadOnlyCollection<int> items, Situation? situation)
    {
        var reasons = new List<ReferralReason>();
        if (measure.FitOf(situation) is { } text)
            reasons.Add(new([], text));
        foreach (var fit in measure.Fits)
        {
            List<int> chosen = [.. fit.Items.Intersect(items)];
            if (chosen.Count > 0)
                reasons.Add(new(chosen, fit.Reason));
        }

        return reasons;
    }

    private static int Weight(ReferralReason reason) => reason.Items.Count == 0 ? WeightOfSituation : reason.Items.Count;
}
