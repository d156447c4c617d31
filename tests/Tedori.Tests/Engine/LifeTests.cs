using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using NodaTime;

namespace Tedori.Tests.Engine;

public sealed class LifeTests
{
    [Fact]
    public async Task Timer_NotDue_KeepsTheInstanceWaiting()
    {
        await using var f = await EngineFixture.StartAsync(Sleeper);
        var id = await f.BeginAsync("Sleep", 3);
        await f.IdleAsync();
        Assert.Equal(EngineFixture.Epoch + Duration.FromDays(3), f.Engine.NextDue);
        await f.AdvanceAsync(Duration.FromDays(3) - Duration.FromMilliseconds(1));
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await f.ReadAsync(id)).RuntimeStatus);
        await f.AdvanceAsync(Duration.FromMilliseconds(1));
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await f.ReadAsync(id)).RuntimeStatus);
        Assert.Null(f.Engine.NextDue);
    }

    [Fact]
    public async Task Timer_AfterRestart_StillFires()
    {
        await using var f = await EngineFixture.StartAsync(Sleeper);
        var id = await f.BeginAsync("Sleep", 400);
        await f.IdleAsync();
        await f.ReopenAsync();
        await f.PlayAsync();
        Assert.Equal("2026-06-23", (await f.ReadAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Event_RaisedBeforeTheWait_IsKept()
    {
        await using var f = await EngineFixture.StartAsync(r => r
            .AddOrchestratorFunc("Late", async c =>
            {
                await c.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
                return await c.WaitForExternalEvent<int>("GO") + await c.WaitForExternalEvent<int>("go") * 10;
            }));
        var id = await f.BeginAsync("Late");
        await f.Client.RaiseEventAsync(id, "go", 1);
        await f.Client.RaiseEventAsync(id, "Go", 2);
        await f.ReopenAsync();
        await f.PlayAsync();
        Assert.Equal(21, (await f.ReadAsync(id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task SubOrchestrator_Called_ReturnsItsOutput()
    {
        await using var f = await EngineFixture.StartAsync(r => r
            .AddOrchestratorFunc<int, int>("Parent", (c, n) => c.CallSubOrchestratorAsync<int>(
                "Child", n, new SubOrchestrationOptions(instanceId: "child-1")))
            .AddOrchestratorFunc<int, int>("Child", (c, n) => c.CallActivityAsync<int>("Double", n))
            .AddActivityFunc<int, int>("Double", (_, n) => n * 2));
        Assert.Equal(14, await f.RunAsync<int>("Parent", 7));
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await f.ReadAsync("child-1")).RuntimeStatus);
    }

    [Fact]
    public async Task ContinueAsNew_CarriesEventsOver()
    {
        await using var f = await EngineFixture.StartAsync(r => r
            .AddOrchestratorFunc<int, int>("Count", async (c, sum) =>
            {
                c.SetCustomStatus(sum);
                var add = await c.WaitForExternalEvent<int>("add");
                if (add == 0) return sum;
                c.ContinueAsNew(sum + add);
                return -1;
            }));
        var id = await f.BeginAsync("Count", 0);
        for (var i = 1; i <= 100; i++) _ = f.Client.RaiseEventAsync(id, "add", i);
        await f.IdleAsync();
        Assert.Equal(5050, (await f.ReadAsync(id)).ReadCustomStatusAs<int>());
        await f.Client.RaiseEventAsync(id, "add", 0);
        await f.IdleAsync();
        Assert.Equal(5050, (await f.ReadAsync(id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Terminate_Waiting_EndsIt()
    {
        await using var f = await EngineFixture.StartAsync(Sleeper);
        var id = await f.BeginAsync("Sleep", 5);
        await f.Client.TerminateInstanceAsync(id, "stopped");
        await f.IdleAsync();
        var end = await f.ReadAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, end.RuntimeStatus);
        Assert.Equal("stopped", end.ReadOutputAs<string>());
        Assert.Null(f.Engine.NextDue);
    }

    [Fact]
    public async Task Activity_InterruptedByAStop_RunsAgainAfterTheRestart()
    {
        using var gate = new SemaphoreSlim(0);
        var runs = 0;
        await using var f = await EngineFixture.StartAsync(r => r
            .AddOrchestratorFunc("Work", c => c.CallActivityAsync<int>("Slow"))
            .AddActivityFunc("Slow", async _ =>
            {
                if (Interlocked.Increment(ref runs) == 1) await gate.WaitAsync();
                return runs;
            }));
        var id = await f.BeginAsync("Work");
        while (Volatile.Read(ref runs) == 0) await Task.Yield();
        await f.ReopenAsync();
        await f.IdleAsync();
        Assert.Equal(2, (await f.ReadAsync(id)).ReadOutputAs<int>());
        gate.Release();
    }

    private static void Sleeper(DurableTaskRegistry r) => r
        .AddOrchestratorFunc<int, string>("Sleep", async (c, days) =>
        {
            await c.CreateTimer(TimeSpan.FromDays(days), CancellationToken.None);
            return c.CurrentUtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        });
}
