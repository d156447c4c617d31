using System.Diagnostics;
using Microsoft.DurableTask.Client;
using Tedori.Programme;
using Tedori.Testing;
using Tedori.Testing.Data;
using Tedori.Tests.Conformance.Backends;
using Tedori.Tests.Engine;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Sweeping;

namespace Tedori.Tests.Conformance.App;

/// <summary>The app on Azure Storage loses nothing that it acknowledged, wherever its process is killed.</summary>
[Collection(HubTestGroup.Name)]
public sealed class KilledAppTests(HubEmulator emulator) : IDisposable
{
    private const int Seed = 20_250_519;
    private const int MostMilliseconds = 1_500;

    private readonly TemporaryFolder folder = new();

    [SkippableFact]
    public async Task Process_KilledAtRandomPoints_LosesNoEntryAndNoMail()
    {
        var kills = Environment.GetEnvironmentVariable("TEDORI_SOAK") == "1" ? 20 : 3;
        var hub = TaskHubs.NewName();
        var app = new KilledApp(folder.Path, emulator.ConnectionString, hub);
        var random = new Random(Seed);
        for (var kill = 0; kill < kills; kill++)
            await KillOneAsync(app, hub, random.Next(MostMilliseconds));
        await CheckAsync(app, kills);
    }

    public void Dispose() => folder.Dispose();

    private async Task KillOneAsync(KilledApp app, string hub, int more)
    {
        var before = app.Read().Count;
        using var child = Process.Start(Program("hub", folder.Path, emulator.ConnectionString, hub))!;
        var clock = Stopwatch.StartNew();
        while (app.Read().Count == before && !child.HasExited && clock.Elapsed < Patience.Limit)
            await Task.Delay(5);
        await Task.Delay(more);
        Assert.False(child.HasExited, child.HasExited ? await child.StandardError.ReadToEndAsync() : "");
        child.Kill();
        await child.WaitForExitAsync();
        Assert.True(app.Read().Count > before, "It took no entry.");
    }

    // What a kill left half done the sweeper finishes, as every quarter of an hour on Azure.
    private static async Task CheckAsync(KilledApp killed, int kills)
    {
        var acknowledged = killed.Read();
        Assert.InRange(acknowledged.Count, kills, int.MaxValue);
        Assert.Equal(acknowledged.Count, acknowledged.Distinct().Count());
        await using var app = await killed.OpenAsync();
        app.Set("2053-05-19T09:15:00");
        await app.Get<Sweeper>().RearmAsync();
        foreach (var id in acknowledged)
        {
            var notice = KilledApp.NoticeOf(id);
            Assert.Equal(NoticeState.Delivered, await app.Backend.OutputAsync<NoticeState>(notice));
            Assert.Equal(1, app.Platform.Outbox.Count(notice));
            await app.Backend.UntilAsync(
                id.ToString(), m => m.ReadCustomStatusAs<Advanced>()?.Step == Step.AwaitingDraw);
        }

        var failed = new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Failed]);
        await foreach (var instance in app.Backend.Client.GetAllInstancesAsync(failed))
            Assert.Fail($"{instance.InstanceId} failed.");
    }

    private static ProcessStartInfo Program(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true };
        foreach (var argument in (string[])["exec", typeof(CrashChild).Assembly.Location, .. arguments])
            start.ArgumentList.Add(argument);
        return start;
    }
}
