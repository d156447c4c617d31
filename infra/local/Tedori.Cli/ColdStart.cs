using Tedori.Engine;

namespace Tedori.Cli;

/// <summary>What a process does first, so that its first answers come soon.</summary>
public static class ColdStart
{
    // A start reads and compiles what then lives on: to look through it again and again for what could go frees nothing.
    // Ordinary machines wait for some megabytes before they look; one that hides the size of its caches for 256 KiB.
    private const long LeftAlone = 128 * 1024 * 1024;

    private static int begun;

    /// <summary>
    /// Readies the first turn beside whatever else the process does, and lets the first 128 MB be allocated without a
    /// collection; the runtime collects as ever from then on. Once in a process.
    /// </summary>
    public static void Begin()
    {
        if (Interlocked.Exchange(ref begun, 1) == 1)
            return;
        DurableEngine.WarmUp();
        // False on a machine that has not so much to give: it collects from the beginning.
        _ = GC.TryStartNoGCRegion(LeftAlone);
    }
}
