namespace Tedori.Benchmarks;

/// <summary>
/// One line of the <c>bench</c> command. <c>LimitPerSecond</c> is what SQLite alone does with the same rows in the same
/// transactions. The latencies are those of one instance: W1 from its start to its end, W2 from the instant at which all
/// are due to its end, W3 and W4 from the raising of its event to its end.
/// </summary>
public sealed record BenchResult(
    string Workload, int N, double PerSecond, double P50Ms, double P99Ms, double PeakRssMiB, double LimitPerSecond)
{
    /// <summary>
    /// Processor time of the measured part for each instance, in microseconds: what the work costs, however busy the
    /// machine is with other things.
    /// </summary>
    public required double CpuMicros { get; init; }

    /// <summary>
    /// W1 to W3: the rate of the first run in the process, while its code is still being compiled. The other figures are
    /// those of an engine that has run for a few seconds.
    /// </summary>
    public double? ColdPerSecond { get; init; }

    /// <summary>W4: from the start of the process to the first acknowledged event.</summary>
    public double? FirstEventMs { get; init; }

    /// <summary>W4: from the start of the process to the last completion.</summary>
    public double? AllSeconds { get; init; }

    /// <summary>Instances that did not complete.</summary>
    public int Lost { get; init; }
}
