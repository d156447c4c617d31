using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using NodaTime;
using Tedori.Engine;
using Tedori.Testing;
using Tedori.Testing.Engine;

namespace Tedori.Tests.Engine;

public sealed class TimerTests
{
    [Fact]
    public async Task Timer_CancelledAfterARace_FiresUnheard()
    {
        await using var f = await EngineFixture.StartAsync(r => r.AddOrchestratorFunc("Race", async c =>
        {
            using var stop = new CancellationTokenSource();
            var late = c.CreateTimer(TimeSpan.FromDays(2), stop.Token);
            var winner = await Task.WhenAny(late, c.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None));
            stop.Cancel();
            return await c.WaitForExternalEvent<int>("x");
        }));
        var id = await f.BeginAsync("Race");
        await f.PlayAsync();
        Assert.Null(f.Engine.NextDue);
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await f.ReadAsync(id)).RuntimeStatus);
        await f.Client.RaiseEventAsync(id, "x", 7);
        await f.IdleAsync();
        Assert.Equal(7, (await f.ReadAsync(id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Timer_LongerThanTheInterval_IsMadeOfSeveral()
    {
        await using var f = await EngineFixture.StartAsync(
            r => r.AddOrchestratorFunc("Long", async c =>
            {
                await c.CreateTimer(TimeSpan.FromDays(7), CancellationToken.None);
                return c.CurrentUtcDateTime;
            }),
            o => o with { MaximumTimerInterval = TimeSpan.FromDays(2) });
        var id = await f.BeginAsync("Long");
        await f.IdleAsync();
        var dues = new List<double>();
        while (f.Engine.NextDue is { } due)
        {
            dues.Add((due - EngineFixture.Epoch).TotalDays);
            f.Time.AdvanceTo(due);
            await f.IdleAsync();
        }
        Assert.Equal([2, 4, 6, 7], dues);
        Assert.Equal(
            EngineFixture.Epoch.ToDateTimeUtc().AddDays(7), (await f.ReadAsync(id)).ReadOutputAs<DateTime>());
    }

    [Fact]
    public async Task Orchestrator_EndedWithAnOpenTimer_StaysRunningUntilItFires()
    {
        await using var f = await EngineFixture.StartAsync(r => r.AddOrchestratorFunc("Leave", c =>
        {
            _ = c.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
            return 3;
        }));
        var id = await f.BeginAsync("Leave");
        await f.IdleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await f.ReadAsync(id)).RuntimeStatus);
        await f.ReopenAsync();
        await f.PlayAsync();
        Assert.Equal(3, (await f.ReadAsync(id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Timers_DueTogether_FireByInstanceIdAndThenInTheirOrder()
    {
        var seen = new List<string>();
        await using var f = await EngineFixture.StartAsync(r => r.AddOrchestratorFunc("Tell", async c =>
        {
            async Task After(string mark)
            {
                await c.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
                if (!c.IsReplaying) seen.Add(c.InstanceId + mark);
            }
            await Task.WhenAll(After("1"), After("2"));
        }));
        foreach (var id in (string[])["c", "a", "b"]) await f.BeginAsync("Tell", id: id);
        await f.PlayAsync();
        Assert.Equal(["a1", "a2", "b1", "b2", "c1", "c2"], seen);
    }

    [Fact]
    public async Task Timers_PassedInOneJump_FireByDueTime()
    {
        var seen = new List<int>();
        await using var f = await EngineFixture.StartAsync(r => r
            .AddOrchestratorFunc<int, int>("Tell", async (c, hours) =>
            {
                await c.CreateTimer(TimeSpan.FromHours(hours), CancellationToken.None);
                seen.Add(hours);
                return hours;
            }));
        foreach (var hours in (int[])[3, 1, 2]) await f.BeginAsync("Tell", hours);
        await f.AdvanceAsync(Duration.FromHours(5));
        Assert.Equal([1, 2, 3], seen);
    }

    [Fact]
    public async Task RunningTimeline_TimerDueSoon_FiresByItself()
    {
        var running = new RunningTimeline(EngineFixture.Epoch);
        await using var f = await EngineFixture.StartAsync(Napper, o => o with { Timeline = running });
        await f.BeginAsync("Nap", 50, "nap");
        var end = await f.Client.WaitForInstanceCompletionAsync("nap").WaitAsync(Patience.Limit);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, end.RuntimeStatus);
    }

    [Fact]
    public async Task RunningTimeline_Jumped_FiresWhatBecameDue()
    {
        var running = new RunningTimeline(EngineFixture.Epoch);
        await using var f = await EngineFixture.StartAsync(Napper, o => o with { Timeline = running });
        await f.BeginAsync("Nap", 86_400_000, "nap");
        await f.IdleAsync();
        running.JumpTo(EngineFixture.Epoch + Duration.FromDays(2));
        var end = await f.Client.WaitForInstanceCompletionAsync("nap").WaitAsync(Patience.Limit);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, end.RuntimeStatus);
    }

    [Fact]
    public void RunningTimeline_MovedOnToWhatHasPassed_StaysWhereItIs()
    {
        var time = new RunningTimeline(EngineFixture.Epoch, clock: new HandClock());
        time.MoveOnTo(EngineFixture.Epoch + Duration.FromDays(2));
        time.MoveOnTo(EngineFixture.Epoch + Duration.FromDays(1));
        Assert.Equal(EngineFixture.Epoch + Duration.FromDays(2), time.GetCurrentInstant());
    }

    [Fact]
    public void VirtualTimeline_SetBack_Refuses()
    {
        var time = new VirtualTimeline(EngineFixture.Epoch);
        Assert.Throws<ArgumentException>(() => time.AdvanceTo(EngineFixture.Epoch - Duration.Epsilon));
    }

    [Fact]
    public void RunningTimeline_SetBack_Refuses()
    {
        var time = new RunningTimeline(EngineFixture.Epoch);
        Assert.Throws<ArgumentException>(() => time.JumpTo(EngineFixture.Epoch - Duration.FromSeconds(1)));
    }

    private static void Napper(DurableTaskRegistry r) => r.AddOrchestratorFunc<int, int>("Nap", async (c, ms) =>
    {
        await c.CreateTimer(TimeSpan.FromMilliseconds(ms), CancellationToken.None);
        return ms;
    });
}
