using Tedori.Season.Checks;

namespace Tedori.Season.Reporting;

/// <summary>The result of a season, read from the records alone. Property names are keys of <c>--json</c>.</summary>
/// <param name="Programme">Id of the edition; of several years their ids with a plus between them.</param>
/// <param name="Seed">Seed of all chance.</param>
/// <param name="EntriesPerRound">Entries asked for per round.</param>
/// <param name="Rounds">A row per round.</param>
/// <param name="Notices">Notices sent, by kind.</param>
/// <param name="Totals">The sums.</param>
/// <param name="Invariants">What was checked.</param>
public sealed record SeasonReport(
    string Programme,
    long Seed,
    int EntriesPerRound,
    IReadOnlyList<RoundReport> Rounds,
    IReadOnlyDictionary<string, int> Notices,
    SeasonTotals Totals,
    IReadOnlyList<Invariant> Invariants)
{
    /// <summary>Whether all invariants held.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool Held => Invariants.All(i => i.Held);
}
