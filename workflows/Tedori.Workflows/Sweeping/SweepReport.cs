namespace Tedori.Workflows.Sweeping;

/// <summary>What a sweep met.</summary>
/// <param name="Rounds">Rounds looked at.</param>
/// <param name="Cases">Open cases looked at.</param>
/// <param name="Late">Cases for which something was due and not done.</param>
/// <param name="Unopened">Entries whose case had not been opened.</param>
/// <param name="Unsent">Notices that waited too long in an outbox.</param>
/// <param name="Unfinished">Approved proposals and started jobs that take too long.</param>
public sealed record SweepReport(int Rounds, int Cases, int Late, int Unopened, int Unsent, int Unfinished = 0)
{
    /// <summary>Nothing.</summary>
    public static readonly SweepReport Nothing = new(0, 0, 0, 0, 0);

    /// <summary>Whether there was nothing to mend.</summary>
    public bool Clean => Late + Unopened + Unsent + Unfinished == 0;
}
