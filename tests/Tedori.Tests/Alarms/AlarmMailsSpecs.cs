using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Logging;
using NodaTime;
using Tedori.Testing.Cases;
using Tedori.Workflows.Alarms;
using Tedori.Workflows.Notices;
using Tedori.Workflows.Sweeping;
using Tedori.Workflows.Telemetry;

namespace Tedori.Tests.Alarms;

/// <summary>A mail about an alarm leaves once, whatever breaks; and where it does not, it is seen elsewhere.</summary>
public sealed class AlarmMailsSpecs
{
    private readonly AlarmedOffice office = new() { Failed = 1 };

    [Theory]
    [InlineData(null, "tedori@example.jp")]
    [InlineData("nightwatch@example.jp", "nightwatch@example.jp")]
    public async Task Mail_GoesToTheAddressThatIsSet_ElseToTheOffice(string? set, string to)
    {
        var alarmed = new AlarmedOffice(to: set) { Failed = 1 };
        await alarmed.LookUntilAsync("2025-05-19T09:15:00");
        Assert.Equal(to, Assert.Single(alarmed.Mail.Taken).To);
    }

    [Fact]
    public async Task TwoProcesses_ThatLookAtOnce_MailOnce()
    {
        await office.LookAsync();
        office.Office.Clock.Advance(Duration.FromMinutes(15));

        await Task.WhenAll(office.LookAsync(), office.LookAsync(), office.LookAsync());
        office.Office.Clock.Advance(Duration.FromMinutes(15));
        await office.LookAsync();

        Assert.Single(office.Mailed);
    }

    // The second process comes between what the first read and what it commits.
    [Fact]
    public async Task TwoProcesses_OneBetweenReadAndCommitOfTheOther_MailOnce()
    {
        await office.LookAsync();
        office.Office.Clock.Advance(Duration.FromMinutes(15));
        await office.Office.Get<SweepLog>().KeepAsync(SweepReport.Nothing);

        office.Office.Records.Interruption = () => office.Alarms.LookAsync();
        await office.Alarms.LookAsync();

        Assert.Single(office.Mailed);
    }

    [Fact]
    public async Task ServerAway_IsTriedWithEachLook_AndTheLogAndTheMeterSaySo()
    {
        using var unsent = new MetricCollector<long>(TedoriMeter.AlarmsUnsent);
        office.Mail.Away = true;
        await office.LookUntilAsync("2025-05-19T11:00:00");

        Assert.Empty(office.Mailed);
        Assert.Contains(unsent.GetMeasurementSnapshot(), m => m.Value == 1);
        Assert.All(office.MailLog.Collector.GetSnapshot(), l => Assert.Equal((LogLevel.Error, AlarmEvents.Unsent), (l.Level, l.Id)));
        Assert.Equal(8, office.MailLog.Collector.Count);

        office.Mail.Away = false;
        await office.LookUntilAsync("2025-05-19T12:00:00");
        Assert.Equal(["alarm-20250519-instances"], office.Mailed);
    }

    [Fact]
    public async Task ServerThatRefuses_IsNotAskedAgainThatDay()
    {
        office.Mail.Refuses = true;
        await office.LookUntilAsync("2025-05-19T18:00:00");
        Assert.Equal(1, office.Mail.Calls);

        office.Mail.Refuses = false;
        await office.LookUntilAsync("2025-05-20T10:00:00");
        Assert.Equal(["alarm-20250520-instances"], office.Mailed);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ServerThatCanBeAsked_NoAnswer_LeavesOnceWhetherItWasTakenOrNot(bool taken)
    {
        office.Mail.CanBeAsked = true;
        (office.Mail.BreaksAfterwards, office.Mail.BreaksBefore) = (taken, !taken);
        await office.LookUntilAsync("2025-05-19T09:15:00");
        (office.Mail.BreaksAfterwards, office.Mail.BreaksBefore) = (false, false);

        await office.LookUntilAsync("2025-05-19T20:00:00");

        Assert.Single(office.Mailed);
    }

    [Fact]
    public async Task ServerThatCannotBeAsked_NoAnswer_IsHandedOverOnceMoreAfterAnHourAndNotAgain()
    {
        office.Mail.BreaksBefore = true;
        await office.LookUntilAsync("2025-05-19T10:00:00");
        Assert.Equal(1, office.Mail.Calls);
        await office.LookUntilAsync("2025-05-19T10:15:00");
        Assert.Equal(2, office.Mail.Calls);

        await office.LookUntilAsync("2025-05-19T23:45:00");
        Assert.Equal(2, office.Mail.Calls);
    }

    // The process ends at any of its commits, before or after it took effect; the next look goes on.
    [Theory]
    [InlineData(1, false)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    [InlineData(4, true)]
    public async Task Process_ThatEndsAtAnyCommit_MailsOnce(int commit, bool afterEffect)
    {
        office.Mail.CanBeAsked = true;
        await office.LookAsync();
        office.Office.Clock.Advance(Duration.FromMinutes(15));
        await office.Office.Get<SweepLog>().KeepAsync(SweepReport.Nothing);

        office.Office.Records.FailCommit(commit, afterEffect);
        await Assert.ThrowsAsync<IOException>(() => office.Alarms.LookAsync());
        office.Office.Clock.Advance(Duration.FromMinutes(15));
        await office.LookUntilAsync("2025-05-19T12:00:00");

        Assert.Equal(["alarm-20250519-instances"], office.Mailed);
    }

    [Fact]
    public async Task Mail_AboutAnAlarm_IsNoMailOfTheNoticesThatItWatches()
    {
        await office.LookUntilAsync("2025-05-19T18:00:00");
        Assert.Single(office.Mailed);
        var flow = await office.Office.Get<MailTraffic>().FlowAsync();
        Assert.Equal((0, 0), (flow.Taken.Count, flow.Failed.Count));
    }
}
