using Tedori.Workflows.Sweeping;

namespace Tedori.Season;

/// <summary>What all sweeps of a season met together.</summary>
internal sealed class SweepTally
{
    public int Sweeps { get; private set; }

    public int Mended { get; private set; }

    public void Add(SweepReport report)
    {
        Sweeps++;
        Mended += report.Late + report.Unopened + report.Unsent;
    }
}
