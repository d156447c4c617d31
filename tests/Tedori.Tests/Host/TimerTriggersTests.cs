using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Tedori.Local.Host;
using Tedori.Testing.Host;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Host;

public sealed class TimerTriggersTests : IDisposable
{
    private static readonly Instant Start = Instant.FromUtc(2025, 5, 19, 0, 10);
    private readonly SampleTimers.Log log = new();
    private readonly ServiceProvider services;

    public TimerTriggersTests() => services = new ServiceCollection()
        .AddSingleton(log)
        .AddSingleton<IRecords>(new MemoryRecords())
        .BuildServiceProvider();

    [Fact]
    public async Task RunDue_OnTime_RunsOncePerOccurrence()
    {
        var timers = Timers();
        Assert.Equal(0, await RunAt(timers, 0));
        Assert.Equal(1, await RunAt(timers, 20));
        Assert.Equal(1, await RunAt(timers, 50));
        Assert.Equal(0, await RunAt(timers, 50));
        var run = Assert.Single(log.Runs);
        Assert.False(run.IsPastDue);
        Assert.Equal(new DateTime(2025, 5, 19, 1, 0, 0, DateTimeKind.Utc), run.ScheduleStatus!.Last);
        Assert.Equal(new DateTime(2025, 5, 19, 2, 0, 0, DateTimeKind.Utc), run.ScheduleStatus.Next);
    }

    [Fact]
    public async Task RunDue_ManyMissed_RunsOnceAndSaysPastDue()
    {
        var timers = Timers();
        await RunAt(timers, 0);
        Assert.Equal(2, await RunAt(timers, 60 * 24 * 3));
        Assert.True(Assert.Single(log.Runs).IsPastDue);
        Assert.Equal(0, await RunAt(timers, 60 * 24 * 3));
    }

    [Fact]
    public async Task RunDue_MissedWhileTheProcessWasDown_RunsAfterRestart()
    {
        await RunAt(Timers(), 0);
        await RunAt(Timers(), 55);
        Assert.True(Assert.Single(log.Runs).IsPastDue);
        await RunAt(Timers(), 56);
        Assert.Single(log.Runs);
    }

    [Fact]
    public async Task RunDue_OneFails_TheOthersRunAndItComesAgainAtItsNextTime()
    {
        var timers = Timers();
        await RunAt(timers, 0);
        log.Fails = true;
        var failures = await Assert.ThrowsAsync<AggregateException>(() => RunAt(timers, 50));
        Assert.IsType<TimeoutException>(Assert.Single(failures.InnerExceptions));
        Assert.Single(log.Runs);
        log.Fails = false;
        Assert.Equal((0, 1), (await RunAt(timers, 51), log.Attempts));
        Assert.Equal((1, 2), (await RunAt(timers, 80), log.Attempts));
    }

    public void Dispose() => services.Dispose();

    private TimerTriggers Timers() => new(FunctionCatalog.Of(typeof(SampleTimers)), services);

    private static Task<int> RunAt(TimerTriggers timers, int minutes) =>
        timers.RunDueAsync(Start + Duration.FromMinutes(minutes), CancellationToken.None);
}
