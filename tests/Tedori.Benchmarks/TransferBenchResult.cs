namespace Tedori.Benchmarks;

/// <summary>A line of <c>transfers</c>: one way that a list of payments goes.</summary>
/// <param name="What">What was done with it.</param>
/// <param name="Payments">Payments of the list.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Bytes">The file.</param>
/// <param name="PeakMib">Most memory of the process until then.</param>
internal sealed record TransferBenchResult(string What, int Payments, double Seconds, long Bytes, double PeakMib);
