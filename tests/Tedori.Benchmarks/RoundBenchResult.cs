namespace Tedori.Benchmarks;

/// <summary>One line of <c>round</c>: a phase of one round through the records.</summary>
/// <param name="Phase">What was done.</param>
/// <param name="Entries">Entries of the round.</param>
/// <param name="Seconds">Wall time of the phase.</param>
/// <param name="CpuSeconds">Processor time of the phase, however busy the machine is with other things.</param>
/// <param name="PeakMib">Most memory of the process in it.</param>
/// <param name="Transactions">Commits that reached the records.</param>
/// <param name="Rows">Rows that they wrote.</param>
internal sealed record RoundBenchResult(
    string Phase, int Entries, double Seconds, double CpuSeconds, double PeakMib, long Transactions, long Rows);
