using System.Diagnostics;

namespace Tedori.Benchmarks;

/// <summary>Takes the time of each of n things and of all of them.</summary>
internal sealed class LapClock(int n)
{
    private readonly double[] laps = new double[n];
    private readonly long begun = Stopwatch.GetTimestamp();
    private readonly TimeSpan processorBefore = Environment.CpuUsage.TotalTime;

    public static long Start() => Stopwatch.GetTimestamp();

    public void Stop(int index, long start) => laps[index] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;

    /// <summary>The time that the given share of the things stayed within, in milliseconds.</summary>
    public double At(double share)
    {
        var sorted = laps.Order().ToArray();
        return Math.Round(sorted[Math.Min(n - 1, (int)(n * share))], 2);
    }

    /// <summary>Processor time since the beginning for each thing, in microseconds.</summary>
    public double CpuMicros() =>
        Math.Round((Environment.CpuUsage.TotalTime - processorBefore).TotalMicroseconds / n, 1);

    public BenchResult Result(string workload, BenchFolder bench, int mark)
    {
        var all = Stopwatch.GetElapsedTime(begun);
        var cpu = CpuMicros();
        var peak = BenchFolder.PeakMiB();
        var limit = bench.RepeatWithoutEngine(mark);
        return new BenchResult(workload, n, Rate(all), At(0.5), At(0.99), peak, Rate(limit)) { CpuMicros = cpu };
    }

    private double Rate(TimeSpan time) => Math.Round(n / time.TotalSeconds);
}
