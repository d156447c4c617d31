using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Testing.Cases;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Notices;
using Tedori.Workflows.Records;
using Tedori.Workflows.Sweeping;
using Tedori.Workflows.Telemetry;

namespace Tedori.Tests.Alarms;

/// <summary>What the office is told, and how often. 19 May 2025 is a Monday.</summary>
public sealed class OfficeAlarmsSpecs
{
    private readonly AlarmedOffice office = new();

    [Fact]
    public async Task Look_WhereAllIsWell_TellsNobody()
    {
        await office.LookUntilAsync("2025-05-20T12:00:00");

        Assert.Empty(office.Mailed);
        Assert.Empty(await office.OpenAsync());
        Assert.Empty(office.Log.Collector.GetSnapshot());
        Assert.Equal(Tokyo.At("2025-05-20T12:00:00"), await office.Alarms.LookedAtAsync());
    }

    [Fact]
    public async Task Alarm_ThatLasts_IsMailedOnceADayAndOnceWhenItIsOver()
    {
        office.Failed = 3;
        await office.LookUntilAsync("2025-05-21T15:00:00");
        office.Failed = 0;
        await office.LookUntilAsync("2025-05-22T15:00:00");

        Assert.Equal(
            [
                "alarm-20250519-instances", "alarm-20250520-instances", "alarm-20250521-instances",
                "alarm-20250521-instances-over",
            ],
            office.Mailed);
        Assert.Equal(
            ["2025-05-19T09:15:00", "2025-05-20T09:00:00", "2025-05-21T09:00:00", "2025-05-21T15:15:00"],
            office.Mail.Taken.Select(m => m.At.InZone(JapanTime.Zone).ToString("uuuu-MM-dd'T'HH:mm:ss", null)));
        Assert.Empty(await office.OpenAsync());
    }

    [Fact]
    public async Task Alarm_ThatIsGoneWithTheNextLook_WasNone()
    {
        office.Failed = 1;
        await office.LookAsync();
        Assert.Equal(["instances"], await office.OpenAsync());
        office.Failed = 0;
        await office.LookUntilAsync("2025-05-19T12:00:00");

        Assert.Empty(office.Mailed);
        Assert.Empty(await office.OpenAsync());
    }

    [Fact]
    public async Task Alarm_ThatComesAndGoesWithinADay_IsMailedOnceAndItsEndOnce()
    {
        for (var hour = 9; hour < 17; hour++)
        {
            office.Failed = hour % 2;
            await office.LookUntilAsync($"2025-05-19T{hour:00}:45:00");
        }

        Assert.Equal(["alarm-20250519-instances", "alarm-20250519-instances-over"], office.Mailed);
    }

    [Fact]
    public async Task Alarms_OfSeveralKinds_AreMailedEachByItself()
    {
        (office.Failed, office.Sweeps) = (1, false);
        await office.Office.Get<SweepLog>().KeepAsync(SweepReport.Nothing);

        await office.LookUntilAsync("2025-05-19T09:15:00");
        Assert.Equal(["instances"], await office.OpenAsync());
        await office.LookUntilAsync("2025-05-19T09:45:00");

        Assert.Equal(["alarm-20250519-instances", "alarm-20250519-sweeper"], office.Mailed);
    }

    [Fact]
    public async Task Results_NotReleased_AreAnAlarmOnTheThirdBusinessDayUntilTheyAreOut()
    {
        await office.Office.DrawAsync(3);
        office.Office.Clock.Reset(Tokyo.At("2025-05-28T08:30:00"));
        await office.LookUntilAsync("2025-05-28T08:45:00");
        Assert.Empty(await office.OpenAsync());
        await office.LookUntilAsync("2025-05-29T09:00:00");
        Assert.Equal(["results-r7-01"], await office.OpenAsync());

        Assert.Null(await office.Office.Rounds.ReleaseAsync(new("r7", 1), Sample.Two));
        await office.Office.PublishAsync();
        await office.LookAsync();
        // Published, and in the outbox: as long as nobody hands them over they are not out.
        office.Office.Clock.Advance(Duration.FromMinutes(15));
        await office.LookAsync();
        Assert.Contains("結果通知のうち3件がまだ送信されていません。", Assert.Single(await office.Alarms.OpenAsync()).Alarm.What, StringComparison.Ordinal);

        await SendResultsAsync();
        await office.LookAsync();

        Assert.Equal(
            ["alarm-20250528-results-r7-01", "alarm-20250529-results-r7-01", "alarm-20250529-results-r7-01-over"],
            office.Mailed.Where(id => id.StartsWith("alarm-", StringComparison.Ordinal)));
        Assert.Empty(await office.OpenAsync());
    }

    // Hostile: what cannot be read hides nothing else, is said, and ends no alarm.
    [Fact]
    public async Task Look_WhereOnePartCannotBeRead_TellsAllOthersAndThatItIsBlind()
    {
        office.Failed = 1;
        await office.LookUntilAsync("2025-05-19T09:15:00");
        (office.Unreadable, office.Sweeps) = (true, false);
        await office.LookUntilAsync("2025-05-19T10:15:00");

        Assert.Equal(["instances", "sweeper", "unread"], await office.OpenAsync());
        Assert.Equal(
            ["alarm-20250519-instances", "alarm-20250519-sweeper", "alarm-20250519-unread"], office.Mailed.Order());

        (office.Unreadable, office.Failed, office.Sweeps) = (false, 0, true);
        await office.LookUntilAsync("2025-05-19T10:30:00");
        Assert.Empty(await office.OpenAsync());
        Assert.Equal(6, office.Mailed.Count);
    }

    [Fact]
    public async Task Look_AtWhatCannotBeRead_CountsItAsARisk()
    {
        using var undelivered = new MetricCollector<long>(TedoriMeter.MailUndelivered);
        await office.Office.Records.CommitAsync(
            RecordSet.Office, "mail-marks", [new Write.Insert("taken-20250519T0000", "\"no instant\"")]);

        await office.LookAsync();

        Assert.Contains(undelivered.GetMeasurementSnapshot(), m => m.Value == 2);
        Assert.Equal(["unread"], await office.OpenAsync());
    }

    private async Task SendResultsAsync()
    {
        for (var serial = 1; serial <= 3; serial++)
        {
            var waiting = office.Office.Records.BodiesAsync(CaseRows.OutboxOf(new(new("r7", 1), serial)));
            foreach (var notice in await waiting.ToListAsync())
                await office.Office.Get<NoticeService>().SendAsync(notice.Id);
        }
    }
}
