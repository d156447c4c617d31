using NodaTime;
using Tedori.Programme.Notices;
using Tedori.Programme.Serialization;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Mail;
using Tedori.Workflows.Notices;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Workflows;

public sealed class MailEventSpecs : IAsyncLifetime
{
    private static readonly NoticeId Id = NoticeId.Parse("r7-01-00001.entryReceived.0001");
    private readonly Bureau bureau = new();
    private readonly MailEventDesk desk;

    public MailEventSpecs() => desk = new(bureau.Records, bureau.Notices, bureau.Clock);

    public Task InitializeAsync() => bureau.EnterAsync(1);

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData(true, NoticeState.Delivered)]
    [InlineData(false, NoticeState.Bounced)]
    public async Task Record_OfASentNotice_MovesItOnce(bool delivered, NoticeState state)
    {
        await bureau.Notices.SendAsync(Id);
        Assert.Equal(MailEventOutcome.Recorded, await RecordAsync("e/1?#", delivered));
        Assert.Equal(MailEventOutcome.Repeated, await RecordAsync("e/1?#", delivered));
        Assert.Equal(state, await StateAsync());
    }

    [Fact]
    public async Task Record_BeforeTheSendingIsOnTheRecord_IsAskedForAgain()
    {
        Assert.Equal(MailEventOutcome.TryLater, await RecordAsync("1", true));
        await bureau.Notices.SendAsync(Id);
        Assert.Equal(MailEventOutcome.Recorded, await RecordAsync("1", true));
    }

    [Fact]
    public async Task Record_OfANoticeThatNeverWas_IsUnknownAfterAnHour()
    {
        var at = bureau.Clock.Now;
        bureau.Clock.Now += Duration.FromHours(1);
        Assert.Equal(MailEventOutcome.Unknown, await desk.RecordAsync(new("1", Id with { Cause = 7 }, true, at)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Record_CutOff_IsTakenWhenItComesAgain(int commit)
    {
        await bureau.Notices.SendAsync(Id);
        bureau.Records.FailCommit(commit, afterEffect: false);
        await Assert.ThrowsAsync<IOException>(() => RecordAsync("1", false));
        Assert.Equal(MailEventOutcome.Recorded, await RecordAsync("1", false));
        Assert.Equal(NoticeState.Bounced, await StateAsync());
        Assert.Equal(["mailBounced"], await bureau.TaskKindsAsync());
    }

    private Task<MailEventOutcome> RecordAsync(string id, bool delivered) =>
        desk.RecordAsync(new(id, Id, delivered, bureau.Clock.Now));

    private async Task<NoticeState> StateAsync() => TedoriJson.Read<SentNotice>(
        (await bureau.Records.ReadAsync(RecordSet.Cases, "r7-01-00001", CaseRows.Sent + Id))!.Body).State;
}
