namespace Tedori.Benchmarks;

/// <summary>The line of <c>season</c>.</summary>
/// <param name="EntriesPerRound">Entries asked for per round.</param>
/// <param name="Entries">Entries in all.</param>
/// <param name="Seconds">Wall time.</param>
/// <param name="Turns">Orchestration turns and activities.</param>
/// <param name="PeakMib">Most memory of the process.</param>
/// <param name="Checks">The invariants, all of which held.</param>
internal sealed record SeasonBenchResult(
    int EntriesPerRound, int Entries, double Seconds, long Turns, long PeakMib, IReadOnlyList<SeasonCheckCount> Checks);

/// <summary>An invariant: how many of what were checked.</summary>
internal sealed record SeasonCheckCount(string Name, long Count, string Of);
