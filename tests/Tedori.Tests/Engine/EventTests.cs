using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using NodaTime;

namespace Tedori.Tests.Engine;

public sealed class EventTests
{
    [Fact]
    public async Task Events_OfOneName_ArriveInOrder()
    {
        await using var f = await EngineFixture.StartAsync(Collector);
        var id = await f.BeginAsync("Collect", 20);
        for (var i = 0; i < 20; i++) _ = f.Client.RaiseEventAsync(id, "x", i);
        await f.IdleAsync();
        Assert.Equal(Enumerable.Range(0, 20), (await f.ReadAsync(id)).ReadOutputAs<int[]>());
    }

    [Fact]
    public async Task Events_OfOneName_CompleteTheLastWaiterFirst()
    {
        await using var f = await EngineFixture.StartAsync(r => r.AddOrchestratorFunc("Two", async c =>
        {
            var first = c.WaitForExternalEvent<string>("x");
            var second = c.WaitForExternalEvent<string>("x");
            return await first + await second;
        }));
        var id = await f.BeginAsync("Two");
        await f.Client.RaiseEventAsync(id, "x", "a");
        await f.Client.RaiseEventAsync(id, "x", "b");
        await f.IdleAsync();
        Assert.Equal("ba", (await f.ReadAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Event_AfterACancelledWait_GoesToTheNextWaiter()
    {
        await using var f = await EngineFixture.StartAsync(GivesUpOnce);
        var id = await f.BeginAsync("GivesUp");
        await f.AdvanceAsync(Duration.FromHours(1));
        await f.Client.RaiseEventAsync(id, "x", 7);
        await f.IdleAsync();
        Assert.Equal(7, (await f.ReadAsync(id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Event_AfterACancelledWaitAndARestart_GoesToTheNextWaiter()
    {
        await using var f = await EngineFixture.StartAsync(GivesUpOnce);
        var id = await f.BeginAsync("GivesUp");
        await f.AdvanceAsync(Duration.FromHours(1));
        await f.ReopenAsync();
        await f.Client.RaiseEventAsync(id, "x", 7);
        await f.IdleAsync();
        Assert.Equal(7, (await f.ReadAsync(id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Wait_TimedOut_ThrowsTaskCanceled()
    {
        await using var f = await EngineFixture.StartAsync(r => r.AddOrchestratorFunc("Timeout", async c =>
        {
            try
            {
                return await c.WaitForExternalEvent<string>("x", TimeSpan.FromHours(1));
            }
            catch (TaskCanceledException)
            {
                return "timed out";
            }
        }));
        Assert.Equal("timed out", await f.RunAsync<string>("Timeout"));
    }

    [Fact]
    public async Task Wait_AnsweredBeforeItsTimeout_GoesOn()
    {
        await using var f = await EngineFixture.StartAsync(r => r.AddOrchestratorFunc("Timeout", async c =>
        {
            var first = await c.WaitForExternalEvent<string>("x", TimeSpan.FromHours(1));
            return first + await c.WaitForExternalEvent<string>("y");
        }));
        var id = await f.BeginAsync("Timeout");
        await f.Client.RaiseEventAsync(id, "x", "now");
        await f.PlayAsync();
        await f.Client.RaiseEventAsync(id, "y", " then");
        await f.IdleAsync();
        Assert.Equal("now then", (await f.ReadAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Event_ForNoInstance_IsDropped()
    {
        await using var f = await EngineFixture.StartAsync(Collector);
        await f.Client.RaiseEventAsync("nobody", "x", 1);
        Assert.Null(await f.Client.GetInstanceAsync("nobody"));
    }

    [Fact]
    public async Task Event_ForAnEndedInstance_IsDropped()
    {
        await using var f = await EngineFixture.StartAsync(Collector);
        var id = await f.BeginAsync("Collect", 0);
        await f.IdleAsync();
        await f.Client.RaiseEventAsync(id, "x", 1);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await f.ReadAsync(id)).RuntimeStatus);
    }

    [Fact]
    public async Task Event_ForADelayedStart_IsKept()
    {
        await using var f = await EngineFixture.StartAsync(Collector);
        var at = EngineFixture.Epoch + Duration.FromDays(1);
        var id = await f.Client.ScheduleNewOrchestrationInstanceAsync(
            "Collect", 1, new StartOrchestrationOptions("later", at.ToDateTimeOffset()));
        await f.Client.RaiseEventAsync(id, "x", 5);
        await f.ReopenAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await f.ReadAsync(id)).RuntimeStatus);
        await f.PlayAsync();
        var got = (await f.ReadAsync(id)).ReadOutputAs<int[]>()!;
        Assert.Equal([5], got);
    }

    [Fact]
    public async Task Event_WithoutPayload_CompletesTheWait()
    {
        await using var f = await EngineFixture.StartAsync(r => r.AddOrchestratorFunc("Any", async c =>
            await c.WaitForExternalEvent<object?>("x") is null));
        var id = await f.BeginAsync("Any");
        await f.Client.RaiseEventAsync(id, "x");
        await f.IdleAsync();
        Assert.True((await f.ReadAsync(id)).ReadOutputAs<bool>());
    }

    [Fact]
    public async Task Event_OfAnUnreadablePayload_FailsTheInstance()
    {
        await using var f = await EngineFixture.StartAsync(r => r.AddOrchestratorFunc(
            "Number", async c => $"read {await c.WaitForExternalEvent<int>("x")}"));
        var id = await f.BeginAsync("Number");
        await f.Client.RaiseEventAsync(id, "x", "no number");
        await f.IdleAsync();
        var end = await f.ReadAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Equal(typeof(System.Text.Json.JsonException).ToString(), end.FailureDetails!.ErrorType);
    }

    [Fact]
    public async Task SendEvent_ToAnotherInstance_Arrives()
    {
        await using var f = await EngineFixture.StartAsync(r => r
            .AddOrchestratorFunc<int, int>("Ping", (c, n) =>
            {
                c.SendEvent("pong", "X", n);
                return n;
            })
            .AddOrchestratorFunc("Pong", c => c.WaitForExternalEvent<int>("x")));
        await f.BeginAsync("Pong", id: "pong");
        await f.BeginAsync("Ping", 9);
        await f.IdleAsync();
        Assert.Equal(9, (await f.ReadAsync("pong")).ReadOutputAs<int>());
    }

    [Fact]
    public async Task SendEvent_ToItself_Arrives()
    {
        await using var f = await EngineFixture.StartAsync(r => r.AddOrchestratorFunc("Self", async c =>
        {
            c.SendEvent(c.InstanceId, "x", 3);
            return await c.WaitForExternalEvent<int>("x");
        }));
        Assert.Equal(3, await f.RunAsync<int>("Self"));
    }

    [Fact]
    public async Task ContinueAsNew_PreservingEvents_LosesNone()
    {
        await using var f = await EngineFixture.StartAsync(Renewing(preserve: true));
        var id = await f.BeginAsync("Renew", 0);
        for (var i = 0; i < 3; i++) await f.Client.RaiseEventAsync(id, "x", i);
        await f.AdvanceAsync(Duration.FromHours(1));
        Assert.Equal(3, (await f.ReadAsync(id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task ContinueAsNew_NotPreservingEvents_DropsThem()
    {
        await using var f = await EngineFixture.StartAsync(Renewing(preserve: false));
        var id = await f.BeginAsync("Renew", 0);
        for (var i = 0; i < 3; i++) await f.Client.RaiseEventAsync(id, "x", i);
        await f.AdvanceAsync(Duration.FromHours(1));
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await f.ReadAsync(id)).RuntimeStatus);
    }

    private static Action<DurableTaskRegistry> Renewing(bool preserve) => r => r
        .AddOrchestratorFunc<int, int>("Renew", async (c, round) =>
        {
            if (round == 0)
            {
                await c.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
                c.ContinueAsNew(1, preserve);
                return 0;
            }
            for (var i = 0; i < 3; i++) await c.WaitForExternalEvent<int>("x");
            return 3;
        });

    private static void GivesUpOnce(DurableTaskRegistry r) => r.AddOrchestratorFunc("GivesUp", async c =>
    {
        using var stop = new CancellationTokenSource();
        var wait = c.WaitForExternalEvent<int>("x", stop.Token);
        await c.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
        stop.Cancel();
        return await c.WaitForExternalEvent<int>("x");
    });

    private static void Collector(DurableTaskRegistry r) => r
        .AddOrchestratorFunc<int, List<int>>("Collect", async (c, n) =>
        {
            var got = new List<int>();
            while (got.Count < n) got.Add(await c.WaitForExternalEvent<int>("x"));
            return got;
        });
}
