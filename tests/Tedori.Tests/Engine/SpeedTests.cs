using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using NodaTime;
using Tedori.Engine;
using Tedori.Testing;
using Tedori.Testing.Engine;

namespace Tedori.Tests.Engine;

public sealed class SpeedTests
{
    private readonly HandClock clock = new();

    [Fact]
    public void RunningTimeline_AtASpeed_PassesAsManySecondsInEachOfTheClock()
    {
        var time = new RunningTimeline(EngineFixture.Epoch, 3_600, clock);
        clock.Turn(TimeSpan.FromSeconds(1.5));
        Assert.Equal(EngineFixture.Epoch + Duration.FromMinutes(90), time.GetCurrentInstant());
    }

    [Fact]
    public void RunningTimeline_JumpedAtASpeed_RunsOnFromThereAtThatSpeed()
    {
        var time = new RunningTimeline(EngineFixture.Epoch, 60, clock);
        clock.Turn(TimeSpan.FromSeconds(1));
        time.JumpTo(EngineFixture.Epoch + Duration.FromDays(1));
        clock.Turn(TimeSpan.FromSeconds(2));
        Assert.Equal(EngineFixture.Epoch + Duration.FromDays(1) + Duration.FromMinutes(2), time.GetCurrentInstant());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(86_400)]
    public void WaitUntil_AtASpeed_IsTheShortestWaitAfterWhichTheInstantHasCome(int speed)
    {
        var time = new RunningTimeline(EngineFixture.Epoch, speed, clock);
        var due = EngineFixture.Epoch + Duration.FromDays(30);
        var wait = time.WaitUntil(due);
        clock.Turn(wait - TimeSpan.FromTicks(1));
        Assert.True(time.GetCurrentInstant() < due);
        clock.Turn(TimeSpan.FromTicks(1));
        Assert.True(time.GetCurrentInstant() >= due);
        Assert.Equal(TimeSpan.Zero, time.WaitUntil(due));
    }

    [Fact]
    public void WaitUntil_TheEndOfTime_IsNoOverflow() => Assert.True(
        new RunningTimeline(EngineFixture.Epoch, 1, clock).WaitUntil(Instant.MaxValue) > TimeSpan.FromDays(365));

    [Fact]
    public void WaitUntil_WhereTimeStandsStill_IsEndless()
    {
        var time = new VirtualTimeline(EngineFixture.Epoch);
        Assert.Equal(Timeout.InfiniteTimeSpan, time.WaitUntil(EngineFixture.Epoch + Duration.Epsilon));
        Assert.Equal(TimeSpan.Zero, time.WaitUntil(EngineFixture.Epoch));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void RunningTimeline_SlowerThanRealTime_IsRefused(int speed) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new RunningTimeline(EngineFixture.Epoch, speed));

    [Fact]
    public async Task Timer_OfAMonth_FiresWhenTheClockHasGoneAMonthsShare()
    {
        await using var f = await StartAsync(86_400, []);
        await f.BeginAsync("Tell", 30 * 24, "month");
        await f.IdleAsync();
        clock.Turn(TimeSpan.FromSeconds(29.999));
        await f.IdleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await f.ReadAsync("month")).RuntimeStatus);
        clock.Turn(TimeSpan.FromSeconds(0.001));
        await f.IdleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await f.ReadAsync("month")).RuntimeStatus);
    }

    [Fact]
    public async Task Timers_DueTogetherAtASpeed_FireByInstanceId()
    {
        var seen = new List<string>();
        await using var f = await StartAsync(3_600, seen);
        foreach (var id in (string[])["c", "a", "b"]) await f.BeginAsync("Tell", 2, id);
        await f.IdleAsync();
        clock.Turn(TimeSpan.FromSeconds(2));
        await f.IdleAsync();
        Assert.Equal(["a", "b", "c"], seen);
    }

    [Fact]
    public async Task Timers_PassedInOneTickAtASpeed_FireByDueTimeAndThenByInstanceId()
    {
        var seen = new List<string>();
        await using var f = await StartAsync(86_400, seen);
        foreach (var (id, hours) in ((string, int)[])[("a", 3), ("d", 1), ("c", 2), ("b", 1)])
            await f.BeginAsync("Tell", hours, id);
        await f.IdleAsync();
        clock.Turn(TimeSpan.FromSeconds(1));
        await f.IdleAsync();
        Assert.Equal(["b", "d", "c", "a"], seen);
    }

    [Fact]
    public async Task Timer_AtASpeed_FiresByItself()
    {
        // Thirty days are three seconds here; an engine that slept for thirty days would never end.
        var running = new RunningTimeline(EngineFixture.Epoch, 864_000);
        await using var f = await EngineFixture.StartAsync(r => Tell(r, []), o => o with { Timeline = running });
        await f.BeginAsync("Tell", 30 * 24, "month");
        var end = await f.Client.WaitForInstanceCompletionAsync("month").WaitAsync(Patience.Limit);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, end.RuntimeStatus);
    }

    private Task<EngineFixture> StartAsync(int speed, List<string> seen) => EngineFixture.StartAsync(
        r => Tell(r, seen), o => o with { Timeline = new RunningTimeline(EngineFixture.Epoch, speed, clock) });

    private static void Tell(DurableTaskRegistry registry, List<string> seen) =>
        registry.AddOrchestratorFunc<int, int>("Tell", async (c, hours) =>
        {
            await c.CreateTimer(EngineFixture.Epoch.ToDateTimeUtc().AddHours(hours), CancellationToken.None);
            seen.Add(c.InstanceId);
            return hours;
        });
}
