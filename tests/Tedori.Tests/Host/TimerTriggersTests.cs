using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Tedori.Local.Host;
using Tedori.Tests.Workflows;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Host;

public sealed class TimerTriggersTests : IDisposable
{
    private static readonly Instant Midnight = Instant.FromUtc(2025, 5, 19, 0, 0);

    private readonly Ran ran = new();
    private readonly ServiceProvider services;

    public TimerTriggersTests() => services = new ServiceCollection()
        .AddSingleton(ran)
        .AddSingleton<IRecords>(new MemoryRecords([]))
        .BuildServiceProvider();

    [Fact]
    public async Task RunDue_BeforeItsTime_RunsNothing()
    {
        var timers = Start<Ticking>();
        Assert.Equal(0, await RunAt(timers, minutes: 0));
        Assert.Equal(0, await RunAt(timers, minutes: 4));
        Assert.Equal(1, await RunAt(timers, minutes: 5));
        Assert.False(Assert.Single(ran.Timers).IsPastDue);
    }

    [Fact]
    public async Task RunDue_SeveralTimesMissed_RunsOnceAndIsPastDue()
    {
        var timers = Start<Ticking>();
        await RunAt(timers, minutes: 0);

        Assert.Equal(1, await RunAt(timers, minutes: 18));
        Assert.Equal(0, await RunAt(timers, minutes: 19));

        var timer = Assert.Single(ran.Timers);
        Assert.True(timer.IsPastDue);
        Assert.Equal((Midnight + Duration.FromMinutes(20)).ToDateTimeUtc(), timer.ScheduleStatus!.Next);
        Assert.Equal(1, await RunAt(timers, minutes: 20));
    }

    [Fact]
    public async Task RunDue_AfterARestart_KnowsWhenItRanLast()
    {
        var before = Start<Ticking>();
        await RunAt(before, minutes: 0);
        await RunAt(before, minutes: 5);

        Assert.Equal(0, await RunAt(Start<Ticking>(), minutes: 9));
        Assert.Equal(1, await RunAt(Start<Ticking>(), minutes: 31));
        Assert.Equal([false, true], ran.Timers.Select(t => t.IsPastDue));
    }

    [Fact]
    public async Task RunDue_AfterAFailure_WaitsForItsNextTime()
    {
        var timers = Start<Failing>();
        await RunAt(timers, minutes: 0);

        await Assert.ThrowsAsync<IOException>(() => RunAt(timers, minutes: 5));
        Assert.Equal(0, await RunAt(timers, minutes: 6));
        await Assert.ThrowsAsync<IOException>(() => RunAt(timers, minutes: 10));
    }

    public void Dispose() => services.Dispose();

    private static Task<int> RunAt(TimerTriggers timers, int minutes) =>
        timers.RunDueAsync(Midnight + Duration.FromMinutes(minutes), CancellationToken.None);

    private TimerTriggers Start<T>() => new(FunctionCatalog.Of(typeof(T)), services);

    private sealed class Ran
    {
        public List<TimerInfo> Timers { get; } = [];
    }

    private sealed class Ticking(Ran ran)
    {
        [Function("Tick")]
        public void Run([TimerTrigger("0 */5 * * * *")] TimerInfo timer) => ran.Timers.Add(timer);
    }

    private sealed class Failing
    {
        [Function("Fail")]
        public static void Run([TimerTrigger("0 */5 * * * *")] TimerInfo timer) =>
            throw new IOException($"The network went away ({timer.IsPastDue}).");
    }
}
