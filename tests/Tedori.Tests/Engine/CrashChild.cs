using Tedori.Tests.Conformance.App;
using Tedori.Tests.Data;

namespace Tedori.Tests.Engine;

/// <summary>The process that tests kill or measure: this assembly run as a program.</summary>
internal static class CrashChild
{
    public static async Task Main(string[] args)
    {
        if (args is ["files", var files]) CountedFile.CountOn(files);
        if (args is [var folder]) await new CrashLedger(folder).RunAsync();
        if (args is ["wait", var waiting, var count])
            await WaitingCrowd.RunAsync(waiting, int.Parse(count, System.Globalization.CultureInfo.InvariantCulture));
        if (args is ["hub", var data, var connectionString, var hub])
            await new KilledApp(data, connectionString, hub).RunAsync();
        if (args is ["bulk", var site, var storage, var taskHub, var after])
            await new KilledBulk(site, storage, taskHub).RunAsync(
                int.Parse(after, System.Globalization.CultureInfo.InvariantCulture));
    }
}
