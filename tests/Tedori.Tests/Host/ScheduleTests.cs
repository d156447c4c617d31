using Microsoft.Azure.Functions.Worker;
using NodaTime;
using Tedori.Functions.Durable;
using Tedori.Local.Host;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Host;

/// <summary>
/// The app's timers: when they come, in Japanese time, and that the host remembers when they came last.
/// </summary>
public sealed class ScheduleTests
{
    private static readonly Dictionary<string, TimerTriggerAttribute> Timers = FunctionCatalog
        .Of(typeof(CaseFunctions).Assembly).With<TimerTriggerAttribute>().ToDictionary(
            t => t.Function.Name, t => t.Trigger);

    [Theory]
    [InlineData("Sweep", "2025-05-19T09:05:00", "2025-05-19T09:10:00")]
    [InlineData("Canary", "2025-05-19T10:00:00", "2025-05-19T11:00:00")]
    [InlineData("Anchor", "2025-05-20T00:10:00", "2025-05-20T01:10:00")]
    [InlineData("KeepFinishedRounds", "2025-05-20T00:20:00", "2025-05-20T01:20:00")]
    [InlineData("Reconcile", "2025-05-20T01:30:00", "2025-05-20T02:30:00")]
    public void Timer_AfterNineOClock_ComesThen(string name, string first, string second)
    {
        var schedule = CronSchedule.Parse(Timers[name].Schedule);
        var next = schedule.Next(Tokyo.At("2025-05-19T09:00:00"));
        Assert.Equal((Tokyo.At(first), Tokyo.At(second)), (next, schedule.Next(next)));
    }

    [Fact]
    public void Timers_AllOfThem_AreRememberedByTheHost() => Assert.All(Timers, t =>
    {
        Assert.True(t.Value.UseMonitor, t.Key);
        Assert.False(t.Value.RunOnStartup, t.Key);
    });

    [Fact]
    public void NightlyTimers_OfOneNight_AreAllOfOneDay() => Assert.All(["Anchor", "Reconcile"], name =>
    {
        // A run that goes on where an earlier one was stopped must mean the same day.
        var (schedule, at) = (CronSchedule.Parse(Timers[name].Schedule), Tokyo.At("2025-05-19T12:00:00"));
        for (var hour = 0; hour < 3; hour++)
            at = schedule.Next(at);
        Assert.Equal(new LocalDate(2025, 5, 20), Programme.Calendar.JapanTime.DateOf(at));
    });
}
