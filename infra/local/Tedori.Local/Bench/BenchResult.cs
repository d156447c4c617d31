namespace Tedori.Local.Bench;

/// <summary>
/// One line of the <c>bench</c> command. <c>LimitPerSecond</c> is what SQLite alone does with the same rows in the same
/// transactions.
/// </summary>
public sealed record BenchResult(
    string Workload, int N, double PerSecond, double P50Ms, double P99Ms, double PeakRssMiB, double LimitPerSecond)
{
    /// <summary>W4: from the start of the process to the first acknowledged event.</summary>
    public double? FirstEventMs { get; init; }

    /// <summary>W4: from the start of the process to the last completion.</summary>
    public double? AllSeconds { get; init; }

    /// <summary>Instances that did not complete.</summary>
    public int Lost { get; init; }
}
