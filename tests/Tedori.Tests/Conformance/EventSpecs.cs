using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Tedori.Tests.Conformance.Backends;

namespace Tedori.Tests.Conformance;

public abstract class EventSpecs(BackendKind kind, HubEmulator? emulator) : BackendSpecs(kind, emulator)
{
    [SkippableFact]
    public Task Events_OfOneName_ArriveInOrder() => SpecAsync(Samples.Collecting, async b =>
    {
        var id = await b.BeginAsync("Collect", 8);
        for (var i = 0; i < 8; i++) await b.RaiseAsync(id, "x", i);
        Assert.Equal(Enumerable.Range(0, 8), await b.OutputAsync<int[]>(id));
    });

    [SkippableFact]
    public Task Events_OfOneName_ServeTheLastWaiterFirst() => SpecAsync(
        r => r.AddOrchestratorFunc("Two", async c =>
        {
            var first = c.WaitForExternalEvent<string>("x");
            var second = c.WaitForExternalEvent<string>("x");
            return await first + await second;
        }),
        async b =>
        {
            var id = await b.BeginAsync("Two");
            await b.RunningAsync(id);
            await b.RaiseAsync(id, "x", "a");
            await b.RaiseAsync(id, "x", "b");
            Assert.Equal("ba", await b.OutputAsync<string>(id));
        });

    [SkippableFact]
    public Task Event_RaisedBeforeTheWait_IsKept() => SpecAsync(
        r => r.AddOrchestratorFunc("Late", async c =>
        {
            await c.CreateTimer(TimeSpan.FromMilliseconds(300), CancellationToken.None);
            return await c.WaitForExternalEvent<int>("GO") + await c.WaitForExternalEvent<int>("go") * 10;
        }),
        async b =>
        {
            var id = await b.BeginAsync("Late");
            await b.RaiseAsync(id, "go", 1);
            await b.RaiseAsync(id, "Go", 2);
            await b.ReopenAsync();
            Assert.Equal(21, await b.OutputAsync<int>(id));
        });

    [SkippableFact]
    public Task Event_AfterACancelledWait_GoesToTheNextWaiter() => SpecAsync(GivesUpOnce, async b =>
    {
        var id = await b.BeginAsync("GivesUp");
        await b.UntilAsync(id, m => m.SerializedCustomStatus == "\"again\"");
        await b.RaiseAsync(id, "x", 7);
        Assert.Equal(7, await b.OutputAsync<int>(id));
    });

    [SkippableFact]
    public Task Event_AfterACancelledWaitAndARestart_GoesToTheNextWaiter() => SpecAsync(GivesUpOnce, async b =>
    {
        var id = await b.BeginAsync("GivesUp");
        await b.UntilAsync(id, m => m.SerializedCustomStatus == "\"again\"");
        await b.ReopenAsync();
        await b.RaiseAsync(id, "x", 7);
        Assert.Equal(7, await b.OutputAsync<int>(id));
    });

    [SkippableFact]
    public Task Wait_TimedOut_ThrowsTaskCanceled() => SpecAsync(
        r => r.AddOrchestratorFunc("Timeout", async c =>
        {
            try
            {
                return await c.WaitForExternalEvent<string>("x", TimeSpan.FromMilliseconds(300));
            }
            catch (TaskCanceledException)
            {
                return "timed out";
            }
        }),
        async b => Assert.Equal("timed out", await b.RunAsync<string>("Timeout")));

    [SkippableFact]
    public Task Wait_AnsweredBeforeItsTimeout_Answers() => SpecAsync(
        r => r.AddOrchestratorFunc("Timeout", c => c.WaitForExternalEvent<string>("x", TimeSpan.FromHours(1))),
        async b =>
        {
            var id = await b.BeginAsync("Timeout");
            await b.RaiseAsync(id, "x", "now");
            Assert.Equal("now", await b.OutputAsync<string>(id));
        });

    [SkippableFact]
    public Task Event_ForNoInstance_IsDropped() => SpecAsync(Samples.Quick, async b =>
    {
        await b.Client.RaiseEventAsync("nobody", "x", 1);
        Assert.Null(await b.Client.GetInstanceAsync("nobody"));
        Assert.Equal("in", await b.RunAsync<string>("Quick", "in"));
    });

    [SkippableFact]
    public Task Event_ForAnEndedInstance_IsDropped() => SpecAsync(Samples.Collecting, async b =>
    {
        var id = await b.BeginAsync("Collect", 0);
        await b.EndAsync(id);
        await b.RaiseAsync(id, "x", 1);
        await b.SettleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await b.ReadAsync(id)).RuntimeStatus);
    });

    [SkippableFact]
    public Task Event_WithoutPayload_CompletesTheWait() => SpecAsync(
        r => r.AddOrchestratorFunc("Any", async c => await c.WaitForExternalEvent<object?>("x") is null),
        async b =>
        {
            var id = await b.BeginAsync("Any");
            await b.RaiseAsync(id, "x");
            Assert.True(await b.OutputAsync<bool>(id));
        });

    [SkippableFact]
    public Task Event_OfAnUnreadablePayload_FailsTheInstance() => SpecAsync(
        r => r.AddOrchestratorFunc("Number", c => c.WaitForExternalEvent<int>("x")),
        async b =>
        {
            var id = await b.BeginAsync("Number");
            await b.RaiseAsync(id, "x", "no number");
            Assert.Equal(OrchestrationRuntimeStatus.Failed, (await b.EndAsync(id)).RuntimeStatus);
        });

    [SkippableFact]
    public Task SendEvent_ToAnotherInstance_Arrives() => SpecAsync(
        r => r
            .AddOrchestratorFunc<int, int>("Ping", (c, n) =>
            {
                c.SendEvent("pong", "X", n);
                return n;
            })
            .AddOrchestratorFunc("Pong", c => c.WaitForExternalEvent<int>("x")),
        async b =>
        {
            await b.BeginAsync("Pong", id: "pong");
            await b.BeginAsync("Ping", 9);
            Assert.Equal(9, await b.OutputAsync<int>("pong"));
        });

    [SkippableFact]
    public Task SendEvent_ToItself_Arrives() => SpecAsync(
        r => r.AddOrchestratorFunc("Self", async c =>
        {
            c.SendEvent(c.InstanceId, "x", 3);
            return await c.WaitForExternalEvent<int>("x");
        }),
        async b => Assert.Equal(3, await b.RunAsync<int>("Self")));

    private static void GivesUpOnce(DurableTaskRegistry r) => r.AddOrchestratorFunc("GivesUp", async c =>
    {
        using var stop = new CancellationTokenSource();
        var wait = c.WaitForExternalEvent<int>("x", stop.Token);
        await c.CreateTimer(TimeSpan.FromMilliseconds(100), CancellationToken.None);
        stop.Cancel();
        c.SetCustomStatus("again");
        return await c.WaitForExternalEvent<int>("x");
    });
}
