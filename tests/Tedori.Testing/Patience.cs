namespace Tedori.Testing;

/// <summary>
/// How long a test waits for what is sure to come. Nothing is measured by it: on however slow a machine only what hangs
/// takes that long.
/// </summary>
internal static class Patience
{
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);
}
