using Tedori.Programme.Statistics;
using Tedori.Workflows.Rounds;

namespace Tedori.Functions.Public.OpenData;

/// <summary>What became of the winners of a finished round, or of all; null where it is hidden.</summary>
/// <param name="Granted">Granted.</param>
/// <param name="Refused">Not granted.</param>
/// <param name="Withdrawn">Gave their place up after the draw.</param>
/// <param name="Ineligible">Failed the eligibility review.</param>
/// <param name="Lapsed">A deadline passed.</param>
/// <param name="GrantYen">Sum of the grants in yen.</param>
internal sealed record OpenResults(
    int? Granted, int? Refused, int? Withdrawn, int? Ineligible, int? Lapsed, long? GrantYen)
{
    /// <summary>
    /// Got a place that had been given back; null where it was not kept. Never hidden: it says of nobody how they fared.
    /// </summary>
    public int? Promoted { get; init; }

    /// <summary>Names of the fields that are hidden.</summary>
    public IReadOnlyList<string> Suppressed =>
    [
        .. new (string Name, long? Value)[]
        {
            ("granted", Granted), ("refused", Refused), ("withdrawn", Withdrawn), ("ineligible", Ineligible), ("lapsed", Lapsed),
            ("grantYen", GrantYen),
        }.Where(c => c.Value is null).Select(c => c.Name),
    ];

    /// <summary>The results of finished rounds, and their sums.</summary>
    public static (IReadOnlyList<OpenResults> Rounds, OpenResults? Sums) Of(List<FinishedResult> rounds, int threshold)
    {
        if (rounds.Count == 0)
            return ([], null);
        // How many won is public: where one of the two tables is told, the sum of the other follows. Both hide as with known sums.
        List<int[]> decisions = [.. rounds.Select(r => (int[])[r.Granted, r.Refused])];
        List<int[]> leavings = [.. rounds.Select(r => (int[])[r.GivenUp, r.Ineligible, r.Lapsed])];
        // Those who won less those who are told are those who are hidden: where they are few, nothing of the row is told.
        var whole = SmallRows(decisions, threshold).Union(SmallRows(leavings, threshold)).ToHashSet();
        var decided = SuppressedTable.Of(decisions, threshold, whole).Cells;
        var gone = SuppressedTable.Of(leavings, threshold, whole).Cells;
        return (
            [.. rounds.Select((r, i) => Of(decided[i], gone[i], decided[i][0] is null ? null : r.GrantYen) with
            {
                Promoted = r.Promoted,
            })],
            Of(decided[^1], gone[^1], SumOfYen(rounds, decided, threshold)) with { Promoted = Sum(rounds) });
    }

    // The row of sums has the number behind the last.
    private static IEnumerable<int> SmallRows(List<int[]> rows, int threshold) =>
        rows.Select(r => r.Sum()).Append(rows.Sum(r => r.Sum())).Index()
            .Where(r => r.Item > 0 && r.Item < threshold).Select(r => r.Index);

    private static OpenResults Of(IReadOnlyList<int?> decided, IReadOnlyList<int?> gone, long? yen) =>
        new(decided[0], decided[1], gone[0], gone[1], gone[2], yen);

    private static int? Sum(List<FinishedResult> rounds) =>
        rounds.All(r => r.Promoted is not null) ? rounds.Sum(r => r.Promoted) : null;

    // The sum less the rounds that are shown is what the others were granted: of too few companies it is not told.
    private static long? SumOfYen(List<FinishedResult> rounds, IReadOnlyList<IReadOnlyList<int?>> decided, int threshold)
    {
        List<FinishedResult> hidden = [.. rounds.Where((_, i) => decided[i][0] is null)];
        var told = hidden.Count == 0
            || (hidden.Count > 1 && hidden.Sum(r => r.Granted) >= threshold && decided[^1][0] is not null);
        return told ? rounds.Sum(r => r.GrantYen) : null;
    }
}
