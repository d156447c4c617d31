using System.Text.Json.Nodes;
using DurableTask.Core.History;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using Tedori.Engine;
using Tedori.Programme.Serialization;
using Tedori.Testing;
using Tedori.Testing.Engine;

namespace Tedori.Tests.Engine;

public sealed class ReplayTests
{
    private static readonly HistoryReplayOptions Same =
        new() { DataConverter = new JsonDataConverter(TedoriJson.Options) };

    [Fact]
    public async Task History_Exported_ReplaysAgainstTheSameCode()
    {
        await using var f = await EngineFixture.StartAsync(Mixed("Work"));
        HistoryReplay.Run(await HistoryAsync(f), f.Registry, Same);
    }

    [Fact]
    public async Task History_Exported_RefusesChangedCode()
    {
        await using var f = await EngineFixture.StartAsync(Mixed("Work"));
        var json = await HistoryAsync(f);
        var changed = new DurableTaskRegistry();
        Mixed("Labour")(changed);
        var e = Assert.Throws<NonDeterministicOrchestrationException>(
            () => HistoryReplay.Run(json, changed, Same));
        Assert.Equal(1, e.Position);
        Assert.Contains("Labour", e.Done, StringComparison.Ordinal);
    }

    [Fact]
    public async Task History_OfAFailedActivity_Replays()
    {
        await using var f = await EngineFixture.StartAsync(r => r
            .AddOrchestratorFunc("Fail", c => c.CallActivityAsync<int>("No"))
            .AddActivityFunc("No", _ => throw new TimeoutException("late")));
        await f.BeginAsync("Fail", id: "x");
        await f.IdleAsync();
        var json = await f.Engine.ExportHistoryAsync("x");
        Assert.Contains("System.TimeoutException", json, StringComparison.Ordinal);
        HistoryReplay.Run(json, f.Registry, Same);
    }

    [Fact]
    public async Task History_WithTypesAsNumbers_AsAzureStorageWritesIt_Replays()
    {
        await using var f = await EngineFixture.StartAsync(Mixed("Work"));
        var events = JsonNode.Parse(await HistoryAsync(f))!.AsArray();
        foreach (var entry in events)
            entry!["EventType"] = (int)Enum.Parse<EventType>(entry["EventType"]!.GetValue<string>());
        HistoryReplay.Run(events.ToJsonString(), f.Registry, Same);
        events.RemoveAt(events.Count - 1);
        Assert.Throws<NonDeterministicOrchestrationException>(
            () => HistoryReplay.Run(events.ToJsonString(), f.Registry, Same));
    }

    [Fact]
    public void History_ThatIsNone_IsRefused() => Assert.ThrowsAny<Newtonsoft.Json.JsonException>(
        () => HistoryReplay.Run("""[{"EventType":"Nothing"}]""", new DurableTaskRegistry(), Same));

    [Fact]
    public async Task History_OfNoInstance_IsRefused()
    {
        await using var f = await EngineFixture.StartAsync(Mixed("Work"));
        await Assert.ThrowsAsync<ArgumentException>(() => f.Engine.ExportHistoryAsync("nobody"));
    }

    [Fact]
    public async Task ContinueAsNew_CutsTheHistory()
    {
        await using var f = await EngineFixture.StartAsync(r => r.AddOrchestratorFunc<int, int>("Loop", async (c, n) =>
        {
            await c.WaitForExternalEvent<int>("x");
            c.ContinueAsNew(n + 1);
            return 0;
        }));
        await f.BeginAsync("Loop", 0, "l");
        await f.IdleAsync();
        var first = await f.Engine.ExportHistoryAsync("l");
        for (var i = 0; i < 50; i++)
        {
            await f.Client.RaiseEventAsync("l", "x", i);
            await f.IdleAsync();
        }
        Assert.InRange((await f.Engine.ExportHistoryAsync("l")).Length, 1, first.Length + 20);
        await f.ReopenAsync();
        await f.Client.RaiseEventAsync("l", "x", 1);
        await f.IdleAsync();
        Assert.Equal(51, (await f.ReadAsync("l")).ReadInputAs<int>());
    }

    [Fact]
    public async Task ContinueAsNew_WhileAnActivityRuns_WaitsForIt()
    {
        using var gate = new SemaphoreSlim(0);
        await using var f = await EngineFixture.StartAsync(r => r
            .AddOrchestratorFunc<int, int>("Leave", async (c, n) =>
            {
                if (n == 1) return await c.CallActivityAsync<int>("Quick");
                _ = c.CallActivityAsync<int>("Slow");
                c.ContinueAsNew(1);
                return 0;
            })
            .AddActivityFunc("Quick", _ => 7)
            .AddActivityFunc("Slow", async _ =>
            {
                await gate.WaitAsync();
                return 9;
            }));
        await f.BeginAsync("Leave", 0, "l");
        var end = f.Client.WaitForInstanceCompletionAsync("l", true);
        await f.Client.WaitForInstanceStartAsync("l").WaitAsync(Patience.Limit);
        gate.Release();
        Assert.Equal(7, (await end.WaitAsync(Patience.Limit)).ReadOutputAs<int>());
        await f.IdleAsync();
    }

    [Fact]
    public async Task Instances_BeyondTheCache_AreReplayedWhenNeeded()
    {
        await using var f = await EngineFixture.StartAsync(Mixed("Work"), o => o with { CachedInstances = 3 });
        for (var i = 0; i < 20; i++) await f.BeginAsync("Mixed", id: $"m{i}");
        await f.PlayAsync();
        for (var i = 0; i < 20; i++) await f.Client.RaiseEventAsync($"m{i}", "go", i);
        await f.IdleAsync();
        for (var i = 0; i < 20; i++) Assert.Equal(1 + 5 + i, (await f.ReadAsync($"m{i}")).ReadOutputAs<int>());
    }

    private static async Task<string> HistoryAsync(EngineFixture f)
    {
        await f.BeginAsync("Mixed", id: "m");
        await f.PlayAsync();
        await f.Client.RaiseEventAsync("m", "go", 1);
        await f.IdleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await f.ReadAsync("m")).RuntimeStatus);
        return await f.Engine.ExportHistoryAsync("m");
    }

    private static Action<DurableTaskRegistry> Mixed(string activity) => r => r
        .AddOrchestratorFunc("Mixed", async c =>
        {
            var one = await c.CallActivityAsync<int>(activity);
            await c.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
            var five = await c.CallSubOrchestratorAsync<int>("Five");
            return one + five + await c.WaitForExternalEvent<int>("go");
        })
        .AddOrchestratorFunc("Five", _ => 5)
        .AddActivityFunc(activity, _ => 1);
}
