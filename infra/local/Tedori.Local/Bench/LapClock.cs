using System.Diagnostics;

namespace Tedori.Local.Bench;

/// <summary>Takes the time of each of n things and of all of them.</summary>
internal sealed class LapClock(int n)
{
    private readonly double[] laps = new double[n];
    private readonly long begun = Stopwatch.GetTimestamp();

    public static long Start() => Stopwatch.GetTimestamp();

    public void Stop(int index, long start) => laps[index] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;

    public BenchResult Result(string workload, BenchFolder bench, int mark)
    {
        var all = Stopwatch.GetElapsedTime(begun);
        var peak = BenchFolder.PeakMiB();
        var limit = bench.RepeatWithoutEngine(mark);
        Array.Sort(laps);
        return new BenchResult(
            workload, n, Rate(all), At(0.5), At(0.99), peak, Rate(limit));
    }

    private double Rate(TimeSpan time) => Math.Round(n / time.TotalSeconds);

    private double At(double share) => Math.Round(laps[Math.Min(n - 1, (int)(n * share))], 2);
}
