using Microsoft.Extensions.Logging.Testing;
using NodaTime;
using Tedori.Programme.Cases;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Mail;
using Tedori.Workflows.Notices;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Alarms;

/// <summary>What is kept of the way of mail, and how little of it.</summary>
public sealed class MailTrafficSpecs
{
    private readonly TestOffice office = new();
    private readonly FakeLogger<MailTraffic> log = new();

    private IReadOnlyList<string> Marks => office.Records.Keys(RecordSet.Office, "mail-marks");

    [Fact]
    public async Task Notices_ThatAreTakenAndDelivered_LeaveAMarkForTenMinutesAndWay()
    {
        await SendAsync(1);
        await SendAsync(2);
        await ReportAsync(1, MailFate.Delivered);
        await ReportAsync(2, MailFate.Delivered);
        office.Clock.Advance(Duration.FromMinutes(10));
        await SendAsync(3);
        await ReportAsync(3, MailFate.Failed);

        Assert.Equal(
            ["delivered-20250519T0000", "returned-20250519T0010", "taken-20250519T0000", "taken-20250519T0010"], Marks);
        Assert.Equal(
            [Tokyo.At("2025-05-19T09:00:00"), Tokyo.At("2025-05-19T09:10:00")],
            (await office.Get<MailTraffic>().FlowAsync()).Taken);
    }

    [Fact]
    public async Task Reports_ThatSayNothingOfTheEnd_AreNoMark()
    {
        await SendAsync(1);
        await ReportAsync(1, MailFate.Taken);
        await ReportAsync(1, MailFate.Deferred);
        Assert.Equal(["taken-20250519T0000"], Marks);
    }

    // One machine: a mail that is taken has arrived as far as anybody will hear.
    [Fact]
    public async Task Server_ThatReportsNothing_LeavesMarksOnlyWhereItFailedAndTookMailAgain()
    {
        office.Mail.DeliversAtOnce = true;
        await SendAsync(1);
        Assert.Empty(Marks);
        office.Mail.Away = true;
        await Assert.ThrowsAsync<MailNotTakenException>(() => SendAsync(2));
        office.Clock.Advance(Duration.FromMinutes(20));
        office.Mail.Away = false;
        await SendAsync(3);
        await SendAsync(4);
        office.Clock.Advance(Duration.FromMinutes(20));
        await SendAsync(5);

        Assert.Equal(["delivered-20250519T0020", "failed-20250519T0000"], Marks);
    }

    [Fact]
    public async Task Server_ThatFailedBeforeTheProcessBegan_IsKnownToTakeMailAgain()
    {
        await Traffic().FailedAsync();
        office.Clock.Advance(Duration.FromMinutes(20));
        await Traffic().TookAsync(delivered: true);
        await Traffic().TookAsync(delivered: true);
        Assert.Equal(["delivered-20250519T0020", "failed-20250519T0000"], Marks);
    }

    // A folder that was filled with reports that never came is served by a server that reports nothing.
    [Fact]
    public async Task Server_ThatTakesMailAfterAReportStayedOpen_IsNotSilent()
    {
        await Traffic().TookAsync(delivered: false);
        office.Clock.Advance(Duration.FromMinutes(20));
        await Traffic().TookAsync(delivered: true);
        Assert.Equal(["delivered-20250519T0020", "taken-20250519T0000"], Marks);
    }

    [Fact]
    public async Task Mark_ThatCannotBeKept_KeepsNoMailFromLeaving()
    {
        var traffic = Traffic();
        office.Records.FailCommit(1, afterEffect: false);
        await traffic.TookAsync(delivered: false);
        Assert.Empty(Marks);
        Assert.Single(log.Collector.GetSnapshot());

        await traffic.TookAsync(delivered: false);
        Assert.Single(Marks);
    }

    [Fact]
    public async Task Drop_MarksOfMoreThanTwoWeeks_AreGone()
    {
        await Traffic().TookAsync(delivered: false);
        office.Clock.Advance(MailTraffic.Kept);
        await Traffic().DropAsync();
        Assert.Single(Marks);
        office.Clock.Advance(Duration.FromMinutes(10));
        await Traffic().DropAsync();
        Assert.Empty(Marks);
    }

    private MailTraffic Traffic() => new(office.Records, office.Clock, log);

    private async Task SendAsync(int n)
    {
        await office.EnterAsync(n);
        await office.Notices.SendAsync(IdOf(n));
    }

    private Task<MailEventOutcome> ReportAsync(int n, MailFate fate) => office.Get<MailEventService>().RecordAsync(
        new($"{n}-{fate}", IdOf(n), fate == MailFate.Delivered, office.Now) { Fate = fate });

    private static NoticeId IdOf(int n) => new(new(TestOffice.First, n), NoticeKind.EntryReceived, 1);
}
