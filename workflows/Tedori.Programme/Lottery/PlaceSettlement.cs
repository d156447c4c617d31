using NodaTime;

namespace Tedori.Programme.Lottery;

/// <summary>Brings the book of a round up to what became of its winners. Pure: settling again gives nothing.</summary>
public static class PlaceSettlement
{
    private const string ByCompany = "company";
    private const string ByStaff = "staff";
    private const string ByRules = "programme";

    /// <summary>The postings that are missing.</summary>
    /// <param name="round">Number of the round.</param>
    /// <param name="book">The book.</param>
    /// <param name="posted">All postings of the round so far, in order.</param>
    /// <param name="holders">Every case that got a place, with how it ended, or null while it runs.</param>
    /// <param name="at">When it is settled.</param>
    public static IReadOnlyList<PlacePosting> Of(
        int round, PlaceBook book, IEnumerable<PlacePosting> posted,
        IEnumerable<(CaseId CaseId, Outcome? Outcome)> holders, Instant at)
    {
        ArgumentNullException.ThrowIfNull(book);
        var last = posted.GroupBy(p => p.Subject).ToDictionary(g => g.Key, g => g.Last());
        var left = book.Balance(round, PlaceAccount.Returned);
        var postings = new List<PlacePosting>();
        foreach (var (caseId, outcome) in holders)
        {
            foreach (var cause in Causes(outcome, last.GetValueOrDefault(caseId.ToString()), left))
            {
                postings.Add(new(round, cause, 1, caseId.ToString(), at, ApproverOf(cause), round));
                left += cause is PlaceCause.Reinstated ? -1 : cause is PlaceCause.ReinstatedBeyondPlan ? 0 : 1;
            }
        }

        return postings;
    }

    /// <summary>Whether a case that ended so gives its place back.</summary>
    public static bool Frees(Outcome? outcome) => outcome is not null && CauseOf(outcome.Value) is not null;

    private static IEnumerable<PlaceCause> Causes(Outcome? outcome, PlacePosting? last, int left)
    {
        var returned = last?.Credit == PlaceAccount.Returned;
        var cause = Frees(outcome) ? CauseOf(outcome!.Value) : null;
        // Whoever lapsed and left otherwise was revived in between, though nobody settled then.
        var revived = returned && (cause is null || (last!.Cause == PlaceCause.Lapsed && cause != PlaceCause.Lapsed));
        if (revived)
            yield return left > 0 ? PlaceCause.Reinstated : PlaceCause.ReinstatedBeyondPlan;
        if (cause is { } freed && (revived || !returned))
            yield return freed;
    }

    private static PlaceCause? CauseOf(Outcome outcome) => outcome switch
    {
        Outcome.Declined => PlaceCause.Declined,
        Outcome.Retracted => PlaceCause.Retracted,
        Outcome.Abandoned => PlaceCause.Abandoned,
        Outcome.Ineligible => PlaceCause.Ineligible,
        Outcome.Lapsed => PlaceCause.Lapsed,
        Outcome.Excluded => PlaceCause.WonElsewhere,
        Outcome.Lost or Outcome.Granted or Outcome.Refused => null,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Unknown outcome."),
    };

    private static string ApproverOf(PlaceCause cause) => cause switch
    {
        PlaceCause.Declined or PlaceCause.Retracted or PlaceCause.Abandoned => ByCompany,
        PlaceCause.Ineligible => ByStaff,
        _ => ByRules,
    };
}
