using NodaTime;
using Tedori.Programme.Cases;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Mail;
using Tedori.Workflows.Notices;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Workflows;

public sealed class MailEventSpecs : IAsyncLifetime
{
    private static readonly NoticeId Id = NoticeId.Parse("r7-01-00001.entryReceived.0001");
    private const string Partition = "mail-events-2025-05-19";
    private readonly TestOffice office = new();
    private readonly MailEventService service;

    public MailEventSpecs() => service = new(office.Records, new EditionCatalog(Sample.R7), office.Notices, office.Get<MailTraffic>(), office.Clock);

    public Task InitializeAsync() => office.EnterAsync(1);

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData(true, NoticeState.Delivered)]
    [InlineData(false, NoticeState.Bounced)]
    public async Task Record_OfASentNotice_MovesItOnce(bool delivered, NoticeState state)
    {
        await office.Notices.SendAsync(Id);
        Assert.Equal(MailEventOutcome.Recorded, await RecordAsync("e/1?#", delivered));
        Assert.Equal(MailEventOutcome.Repeated, await RecordAsync("e/1?#", delivered));
        Assert.Equal(state, await StateAsync());
    }

    [Fact]
    public async Task Record_BeforeTheSendingIsOnTheRecord_IsAskedForAgain()
    {
        Assert.Equal(MailEventOutcome.TryLater, await RecordAsync("1", true));
        await office.Notices.SendAsync(Id);
        Assert.Equal(MailEventOutcome.Recorded, await RecordAsync("1", true));
    }

    [Fact]
    public async Task Record_OfANoticeThatNeverWas_IsUnknownAfterAnHour()
    {
        var at = office.Now;
        office.Clock.Advance(Duration.FromHours(1));
        Assert.Equal(MailEventOutcome.Unknown, await service.RecordAsync(new("1", Id with { Cause = 7 }, true, at)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Record_CutOff_IsTakenWhenItComesAgain(int commit)
    {
        await office.Notices.SendAsync(Id);
        office.Records.FailCommit(commit, afterEffect: false);
        await Assert.ThrowsAsync<IOException>(() => RecordAsync("1", false));
        Assert.Equal(MailEventOutcome.Recorded, await RecordAsync("1", false));
        Assert.Equal(NoticeState.Bounced, await StateAsync());
        Assert.Equal(["mailBounced"], await office.TaskKindsAsync());
    }

    [Fact]
    public async Task Drop_OnTheNinetyFirstDay_DropsTheReportAndKeepsWhatItSaid()
    {
        await office.Notices.SendAsync(Id);
        await RecordAsync("1", true);
        office.Clock.Reset(Tokyo.At("2025-08-17T23:59:59"));
        Assert.Equal(0, await service.DropAsync());
        Assert.Single(office.Records.Keys(RecordSet.Office, Partition));

        office.Clock.Reset(Tokyo.At("2025-08-18T00:00:00"));
        Assert.Equal(1, await service.DropAsync());

        Assert.Empty(office.Records.Keys(RecordSet.Office, Partition));
        Assert.Equal(NoticeState.Delivered, await StateAsync());
        Assert.Equal(0, await service.DropAsync());
    }

    [Fact]
    public async Task Drop_OfManyReports_TakesAsManyCommitsAsItNeeds()
    {
        await office.Notices.SendAsync(Id);
        for (var n = 0; n < 201; n++)
            await RecordAsync($"{n}", true);
        office.Clock.Advance(Duration.FromDays(100));
        Assert.Equal(201, await service.DropAsync());
        Assert.Empty(office.Records.Keys(RecordSet.Office, Partition));
    }

    [Fact]
    public async Task Drop_CutOff_GoesOnTheNextTime()
    {
        await office.Notices.SendAsync(Id);
        await RecordAsync("1", true);
        office.Clock.Advance(Duration.FromDays(100));
        office.Records.FailCommit(1, afterEffect: false);
        await Assert.ThrowsAsync<IOException>(() => service.DropAsync());
        Assert.Equal(1, await service.DropAsync());
    }

    [Fact]
    public async Task Drop_ByAnEditionThatKeepsThemLonger_WaitsForIt()
    {
        var longer = Sample.R7 with { Id = "r8", Windows = Sample.R7.Windows with { MailEventDays = 100 } };
        var both = new MailEventService(
            office.Records, new EditionCatalog(Sample.R7, longer), office.Notices, office.Get<MailTraffic>(), office.Clock);
        await office.Notices.SendAsync(Id);
        await RecordAsync("1", true);
        office.Clock.Advance(Duration.FromDays(100));
        Assert.Equal(0, await both.DropAsync());
        office.Clock.Advance(Duration.FromDays(1));
        Assert.Equal(1, await both.DropAsync());
    }

    [Fact]
    public async Task Record_OfAReportThatIsKeptNoMore_CountsAndIsNotKept()
    {
        await office.Notices.SendAsync(Id);
        var at = office.Now;
        office.Clock.Advance(Duration.FromDays(100));
        Assert.Equal(MailEventOutcome.Recorded, await service.RecordAsync(new("1", Id, true, at)));
        Assert.Equal(MailEventOutcome.Recorded, await service.RecordAsync(new("1", Id, true, at)));
        Assert.Equal(NoticeState.Delivered, await StateAsync());
        Assert.Empty(office.Records.Keys(RecordSet.Office, Partition));
    }

    private Task<MailEventOutcome> RecordAsync(string id, bool delivered) =>
        service.RecordAsync(new(id, Id, delivered, office.Now));

    private async Task<NoticeState> StateAsync() =>
        (await office.Records.ReadAsync(CaseRows.Ledger(Id)))!.Body.State;
}
