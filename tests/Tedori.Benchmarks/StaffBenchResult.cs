namespace Tedori.Benchmarks;

/// <summary>One line of the <c>bench-staff</c> command: a page, asked for over HTTP.</summary>
/// <param name="Path">What was asked for.</param>
/// <param name="Cases">Cases in the record.</param>
/// <param name="Requests">How often, one after the other.</param>
/// <param name="P50Ms">Half of the answers were read whole within so many milliseconds.</param>
/// <param name="P95Ms">95 of 100 were.</param>
/// <param name="MaxMs">All were.</param>
/// <param name="Bytes">Length of the answer.</param>
/// <param name="PeakRssMiB">Most memory of the process so far.</param>
internal sealed record StaffBenchResult(
    string Path, int Cases, int Requests, double P50Ms, double P95Ms, double MaxMs, int Bytes, double PeakRssMiB);
