using NodaTime;

namespace Tedori.Season.Reporting;

/// <summary>What differs from run to run and is therefore not in the JSON.</summary>
/// <param name="Wall">Wall time.</param>
/// <param name="Events">Orchestration turns and activities.</param>
/// <param name="PeakMemoryMib">Largest resident set in MiB.</param>
/// <param name="Sweeps">How often the sweeper ran.</param>
/// <param name="Mended">What it had to mend.</param>
public sealed record RunFigures(Duration Wall, long Events, long PeakMemoryMib, int Sweeps, int Mended)
{
    /// <summary>Turns and activities per second of wall time.</summary>
    public double EventsPerSecond => Events / Math.Max(Wall.TotalSeconds, 0.001);
}
