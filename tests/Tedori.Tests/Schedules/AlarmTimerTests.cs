using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;
using Tedori.Local.Mail;
using Tedori.Programme.Calendar;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Alarms;
using Tedori.Workflows.Rounds;

namespace Tedori.Tests.Schedules;

/// <summary>One machine by its own clock: the timers of the app, the engine, the outbox.</summary>
public sealed class AlarmTimerTests
{
    private static readonly Duration Pause = Duration.FromMinutes(15);

    // The result of the first round is released by itself on the seventh business day, 3 June, at 10:00.
    [Fact]
    public async Task Round_ThatNobodyReleases_IsAnAlarmInTheOutboxUntilItsResultsAreOut()
    {
        await using var platform = await TimedPlatform.OpenAsync();
        await EnterAsync(platform);
        await PlayAsync(platform, "2025-05-28T08:53:00");
        Assert.Empty(Alarms(platform));

        await PlayAsync(platform, "2025-05-28T09:38:00");
        var mail = Assert.Single(Alarms(platform));
        Assert.Equal(("alarm-20250528-results-r7-01", "tedori@example.jp"), (mail.NoticeId, mail.To));
        Assert.Contains("公表を起案し", mail.Text, StringComparison.Ordinal);

        await PlayAsync(platform, "2025-06-03T12:00:00");
        Assert.Equal(
            [
                "alarm-20250528-results-r7-01", "alarm-20250529-results-r7-01", "alarm-20250530-results-r7-01",
                "alarm-20250531-results-r7-01", "alarm-20250601-results-r7-01", "alarm-20250602-results-r7-01",
                "alarm-20250603-results-r7-01", "alarm-20250603-results-r7-01-over",
            ],
            Alarms(platform).Select(m => m.NoticeId));
        await using var scope = platform.Services.CreateAsyncScope();
        Assert.Empty(await scope.ServiceProvider.GetRequiredService<OfficeAlarms>().OpenAsync());
    }

    [Fact]
    public async Task Round_ThatIsReleasedInTime_IsNoAlarm()
    {
        await using var platform = await TimedPlatform.OpenAsync();
        await EnterAsync(platform);
        await PlayAsync(platform, "2025-05-27T15:00:00");
        await using (var scope = platform.Services.CreateAsyncScope())
            Assert.Null(await scope.ServiceProvider.GetRequiredService<RoundService>().ReleaseAsync(TestOffice.First, Sample.Two));

        await PlayAsync(platform, "2025-06-04T12:00:00");

        Assert.Empty(Alarms(platform));
        Assert.Contains(
            platform.Services.GetRequiredService<Outbox>().Newest(0, 50, "r7-01-00001"),
            m => m.NoticeId.Contains(".resultWon.", StringComparison.Ordinal));
    }

    // A machine that was switched off for days finds an old sweep: that is no silence of the sweeper.
    [Fact]
    public async Task Machine_ThatWasOffForDays_IsNoAlarm()
    {
        await using var platform = await TimedPlatform.OpenAsync();
        await PlayAsync(platform, "2025-05-01T11:00:00");
        await platform.RunAtAsync("2025-05-07T09:00:00");
        await PlayAsync(platform, "2025-05-07T10:00:00");

        Assert.Empty(Alarms(platform));
    }

    private static List<SentMail> Alarms(TimedPlatform platform) =>
        [.. platform.Services.GetRequiredService<Outbox>().Newest(0, 50, "alarm-").Reverse()];

    private static async Task EnterAsync(TimedPlatform platform)
    {
        await platform.RunAtAsync("2025-05-19T09:00:00");
        await using var scope = platform.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<EntryService>()
            .ReceiveAsync(TestOffice.First, TestOffice.Form(1), platform.Now, "key-1");
    }

    private static async Task PlayAsync(TimedPlatform platform, string until)
    {
        while (platform.Now < Tokyo.At(until))
        {
            var next = Instant.Min(Tokyo.At(until), platform.Now + Pause);
            await platform.RunAtAsync(LocalDateTimePattern.ExtendedIso.Format(JapanTime.LocalOf(next)));
        }
    }
}
