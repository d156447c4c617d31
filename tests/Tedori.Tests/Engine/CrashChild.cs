namespace Tedori.Tests.Engine;

/// <summary>The process that the crash test kills: this assembly run as a program.</summary>
internal static class CrashChild
{
    public static async Task Main(string[] args)
    {
        if (args is [var folder]) await new CrashLedger(folder).RunAsync();
    }
}
