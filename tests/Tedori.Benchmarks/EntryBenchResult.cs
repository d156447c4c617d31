namespace Tedori.Benchmarks;

/// <summary>The line of <c>bench-entries</c>; times are of the entry's own request.</summary>
/// <param name="Entries">Entries that were sent.</param>
/// <param name="Connections">Connections at once.</param>
/// <param name="PerSecond">Entries a second, each with its form and its receipt.</param>
/// <param name="P50Ms">Half of the entries were answered within this.</param>
/// <param name="P99Ms">99 of 100 were.</param>
/// <param name="MaxMs">All were.</param>
/// <param name="Acknowledged">Entries whose receipt was shown.</param>
/// <param name="Lost">Acknowledged, but not in the sealed list.</param>
/// <param name="Doubled">In the sealed list, but never acknowledged to anybody, or acknowledged once and listed twice.</param>
/// <param name="WarmMs">How long after its start the process had warmed itself.</param>
internal sealed record EntryBenchResult(
    int Entries, int Connections, double PerSecond, double P50Ms, double P99Ms, double MaxMs, int Acknowledged, int Lost,
    int Doubled, double WarmMs);
