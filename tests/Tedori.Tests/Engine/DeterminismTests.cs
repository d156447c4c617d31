using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Tedori.Engine;
using Tedori.Testing;
using Tedori.Testing.Engine;

namespace Tedori.Tests.Engine;

#pragma warning disable DURABLE0003, DURABLE0004 // rules broken on purpose

public sealed class DeterminismTests
{
    [Fact]
    public async Task Replay_CallingAnotherActivity_FailsTheInstanceWithPositionAndBothSides()
    {
        await using var f = await EngineFixture.StartAsync(Calling("First"));
        await f.BeginAsync("Case", id: "c");
        await f.IdleAsync();
        await f.ReopenAsync(Calling("Other"));
        await f.Client.RaiseEventAsync("c", "x", 1);
        await f.IdleAsync();
        var end = await f.ReadAsync("c");
        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Equal(typeof(NonDeterministicOrchestrationException).ToString(), end.FailureDetails!.ErrorType);
        Assert.Contains(
            "at action 1: the history says call of activity 'First' (#0), the code did call of activity 'Other' (#0)",
            end.FailureDetails.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_Diverged_LeavesTheHistoryReadable()
    {
        await using var f = await EngineFixture.StartAsync(Calling("First"));
        await f.BeginAsync("Case", id: "c");
        await f.IdleAsync();
        var before = await f.Engine.ExportHistoryAsync("c");
        await f.ReopenAsync(Calling("Other"));
        await f.Client.RaiseEventAsync("c", "x", 1);
        await f.IdleAsync();
        Assert.Equal(before, await f.Engine.ExportHistoryAsync("c"));
    }

    [Fact]
    public async Task Replay_DoingLess_FailsTheInstance()
    {
        await using var f = await EngineFixture.StartAsync(Calling("First"));
        await f.BeginAsync("Case", id: "c");
        await f.IdleAsync();
        await f.ReopenAsync(r => r.AddOrchestratorFunc("Case", c => c.WaitForExternalEvent<int>("x")));
        await f.Client.RaiseEventAsync("c", "x", 1);
        await f.IdleAsync();
        var failure = (await f.ReadAsync("c")).FailureDetails!;
        Assert.Contains("the code did nothing", failure.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_DoingMore_FailsTheInstance()
    {
        await using var f = await EngineFixture.StartAsync(
            r => r.AddOrchestratorFunc("Case", c => c.WaitForExternalEvent<int>("x")));
        await f.BeginAsync("Case", id: "c");
        await f.IdleAsync();
        await f.ReopenAsync(Calling("First"));
        await f.Client.RaiseEventAsync("c", "x", 1);
        await f.IdleAsync();
        Assert.Contains(
            "at action 1: the history says nothing, the code did call of activity 'First' (#0)",
            (await f.ReadAsync("c")).FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Orchestrator_AwaitingADelay_IsDetectedAndNamed()
    {
        await using var f = await EngineFixture.StartAsync(r => r.AddOrchestratorFunc("Sleepy", async _ =>
        {
            await Task.Delay(Timeout.Infinite);
            return 1;
        }));
        await f.BeginAsync("Sleepy", id: "x");
        await ExpectForeignAsync(f, "Sleepy");
    }

    [Fact]
    public async Task Orchestrator_AwaitingATaskRun_IsDetectedAndNamed()
    {
        // Held until the turn is over: a task that has already ended is not awaited at all.
        var release = new TaskCompletionSource();
        await using var f = await EngineFixture.StartAsync(r => r.AddOrchestratorFunc("Runner", async c =>
        {
            var wait = c.WaitForExternalEvent<int>("x");
            await Task.Run(() => release.Task);
            return await wait;
        }));
        await f.BeginAsync("Runner", id: "x");
        await f.Client.WaitForInstanceStartAsync("x").WaitAsync(Patience.Limit);
        release.SetResult();
        await ExpectForeignAsync(f, "Runner");
    }

    [Fact]
    public async Task Orchestrator_UsingConfigureAwaitFalse_IsDetectedAndNamed()
    {
        await using var f = await EngineFixture.StartAsync(r => r
            .AddOrchestratorFunc("Loose", async c =>
            {
                await c.CallActivityAsync<int>("One").ConfigureAwait(false);
                return await c.CallActivityAsync<int>("One");
            })
            .AddActivityFunc("One", _ => 1));
        await f.BeginAsync("Loose", id: "x");
        await ExpectForeignAsync(f, "Loose");
    }

    [Fact]
    public async Task Orchestrator_Blocking_IsFailedAndTheOthersGoOn()
    {
        using var gate = new ManualResetEventSlim();
        await using var f = await EngineFixture.StartAsync(
            r => r
                .AddOrchestratorFunc("Block", _ =>
                {
                    gate.Wait();
                    return 1;
                })
                .AddOrchestratorFunc("Other", _ => 2),
            o => o with { BlockedAfter = TimeSpan.FromMilliseconds(300) });
        await f.BeginAsync("Block", id: "b").WaitAsync(Patience.Limit);
        var end = await f.Client.WaitForInstanceCompletionAsync("b", true).WaitAsync(Patience.Limit);
        Assert.Contains("'Block' (instance 'b') blocked", end.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
        Assert.Equal(2, await f.RunAsync<int>("Other"));
        gate.Set();
    }

    private static async Task ExpectForeignAsync(EngineFixture f, string name)
    {
        var end = await f.Client.WaitForInstanceCompletionAsync("x", true).WaitAsync(Patience.Limit);
        var failure = end.FailureDetails!;
        Assert.Equal(typeof(ForeignAwaitException).ToString(), failure.ErrorType);
        Assert.Contains($"'{name}' (instance 'x')", failure.ErrorMessage, StringComparison.Ordinal);
    }

    private static Action<DurableTaskRegistry> Calling(string activity) => r => r
        .AddOrchestratorFunc("Case", async c =>
        {
            await c.CallActivityAsync<int>(activity);
            return await c.WaitForExternalEvent<int>("x");
        })
        .AddActivityFunc("First", _ => 1)
        .AddActivityFunc("Other", _ => 1);
}
