using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Tedori.Engine;
using Tedori.Testing;
using Tedori.Testing.Engine;

namespace Tedori.Tests.Engine;

public sealed class BlockedReplayTests : IDisposable
{
    private readonly ManualResetEventSlim gate = new();

    [Fact]
    public async Task Replay_Blocking_FailsTheInstanceAndNamesIt()
    {
        await using var f = await StartAsync(["a"]);
        await f.Client.RaiseEventAsync("a", "x", 1).WaitAsync(Patience.Limit);
        await f.IdleAsync();
        var failure = (await f.ReadAsync("a")).FailureDetails!;
        Assert.Equal(typeof(BlockedOrchestratorException).ToString(), failure.ErrorType);
        Assert.Contains("'Case' (instance 'a') blocked", failure.ErrorMessage, StringComparison.Ordinal);
        gate.Set();
    }

    [Fact]
    public async Task Replay_BlockingAmongOthers_LetsTheOthersGoOn()
    {
        await using var f = await StartAsync(["a", "b", "c"], blocking: "b");
        await Task.WhenAll(f.Client.RaiseEventAsync("a", "x", 1), f.Client.RaiseEventAsync("b", "x", 2),
            f.Client.RaiseEventAsync("c", "x", 3)).WaitAsync(Patience.Limit);
        await f.IdleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await f.ReadAsync("b")).RuntimeStatus);
        Assert.Equal(1, (await f.ReadAsync("a")).ReadOutputAs<int>());
        Assert.Equal(3, (await f.ReadAsync("c")).ReadOutputAs<int>());
        gate.Set();
    }

    [Fact]
    public async Task Replay_BlockedAtTheStart_LetsTheEngineStart()
    {
        // The activity that was under way makes the engine replay the instance before it begins to dispatch.
        using var busy = new ManualResetEventSlim();
        await using var f = await EngineFixture.StartAsync(r => r
            .AddOrchestratorFunc("Case", c => c.CallActivityAsync<int>("Busy"))
            .AddActivityFunc("Busy", _ =>
            {
                busy.Wait();
                return 1;
            }));
        await f.BeginAsync("Case", id: "a");
        await f.Client.WaitForInstanceStartAsync("a").WaitAsync(Patience.Limit);
        await f.ReopenAsync(r => Block(r, "a"), Impatient);
        busy.Set();
        Assert.Equal(7, await f.RunAsync<int>("Other"));
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await f.ReadAsync("a")).RuntimeStatus);
        gate.Set();
    }

    [Fact]
    public async Task Replay_ReturningAfterItWasGivenUp_ChangesNothing()
    {
        await using var f = await StartAsync(["a"]);
        await f.Client.RaiseEventAsync("a", "x", 1).WaitAsync(Patience.Limit);
        await f.IdleAsync();
        var before = await f.Engine.ExportHistoryAsync("a");
        gate.Set();
        Assert.Equal(7, await f.RunAsync<int>("Other"));
        Assert.Equal(before, await f.Engine.ExportHistoryAsync("a"));
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await f.ReadAsync("a")).RuntimeStatus);
    }

    [Fact]
    public async Task Replay_BlockedInTheTurnOfItsParent_LetsTheParentEnd()
    {
        await using var f = await EngineFixture.StartAsync(r => Waiting(r)
            .AddOrchestratorFunc("Teller", async c =>
            {
                await c.WaitForExternalEvent<int>("x");
                c.SendEvent("a", "x", 5);
                return 6;
            }));
        await f.BeginAsync("Case", id: "a");
        await f.BeginAsync("Teller", id: "t");
        await f.IdleAsync();
        await f.ReopenAsync(r => Block(r, "a").AddOrchestratorFunc("Teller", async c =>
        {
            await c.WaitForExternalEvent<int>("x");
            c.SendEvent("a", "x", 5);
            return 6;
        }), Impatient);
        await f.Client.RaiseEventAsync("t", "x", 1).WaitAsync(Patience.Limit);
        await f.IdleAsync();
        Assert.Equal(6, (await f.ReadAsync("t")).ReadOutputAs<int>());
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await f.ReadAsync("a")).RuntimeStatus);
        gate.Set();
    }

    public void Dispose()
    {
        gate.Set();
        gate.Dispose();
    }

    /// <summary>Waiting instances in an engine that was opened again with code that blocks in one of them.</summary>
    private async Task<EngineFixture> StartAsync(string[] ids, string? blocking = null)
    {
        var f = await EngineFixture.StartAsync(r => Waiting(r));
        foreach (var id in ids) await f.BeginAsync("Case", id: id);
        await f.IdleAsync();
        await f.ReopenAsync(r => Block(r, blocking ?? ids[0]), Impatient);
        return f;
    }

    private static DurableTaskRegistry Waiting(DurableTaskRegistry registry) =>
        registry.AddOrchestratorFunc("Case", c => c.WaitForExternalEvent<int>("x"));

    private DurableTaskRegistry Block(DurableTaskRegistry registry, string id) => registry
        .AddOrchestratorFunc("Case", c =>
        {
            if (c.InstanceId == id) gate.Wait();
            return c.WaitForExternalEvent<int>("x");
        })
        .AddOrchestratorFunc("Other", _ => 7);

    private static EngineOptions Impatient(EngineOptions options) =>
        options with { BlockedAfter = TimeSpan.FromMilliseconds(300) };
}
