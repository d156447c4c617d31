using Microsoft.Extensions.DependencyInjection;
using Moq;
using NodaTime;
using Tedori.Programme.Access;
using Tedori.Programme.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Access;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Mail;
using Tedori.Workflows.Notices;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Notices;

/// <summary>What nobody answered is handed over again only when it surely was not taken, or nobody says so in time.</summary>
public sealed class NoticeHandOverSpecs : IAsyncLifetime
{
    private static readonly NoticeId Id = NoticeId.Parse("r7-01-00001.entryReceived.0001");
    private static readonly Duration Patience = MailPatience.Default.Report;
    private readonly TestOffice office = new();

    public Task InitializeAsync() => office.EnterAsync(1);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Send_AnswerIsLost_WaitsForTheReportAndHandsNothingOverAgain()
    {
        office.Mail.BreaksAfterwards = true;
        var until = office.Now + Patience;
        Assert.Equal(new(NoticeState.Pending, until), await office.Notices.SendAsync(Id));
        office.Clock.Reset(until - Duration.FromMilliseconds(1));
        Assert.Equal(new(NoticeState.Pending, until), await office.Notices.SendAsync(Id));
        Assert.Single(office.Mail.Taken);
    }

    [Theory]
    [InlineData(true, NoticeState.Delivered)]
    [InlineData(false, NoticeState.Bounced)]
    public async Task Send_AnswerIsLostAndAReportComes_IsSentThenAndNeverAgain(bool delivered, NoticeState state)
    {
        var sentAt = office.Now;
        office.Mail.BreaksAfterwards = true;
        await office.Notices.SendAsync(Id);
        office.Clock.Advance(Duration.FromMinutes(20));
        Assert.True(await office.Notices.RecordDeliveryAsync(Id, delivered));
        office.Clock.Advance(Patience);
        Assert.Equal(state, (await office.Notices.SendAsync(Id)).State);
        Assert.Single(office.Mail.Taken);
        var sent = await LedgerAsync();
        Assert.Equal((sentAt, state, null), (sent!.SentAt, sent.State, sent.Notice.HandOver));
        Assert.Contains($"changed {Id}", office.Hints.Given);
    }

    [Fact]
    public async Task Send_NothingWasTakenAndNobodyReports_IsHandedOverAgainWhenThePatienceEnds()
    {
        office.Mail.BreaksBefore = true;
        var until = (await office.Notices.SendAsync(Id)).LookAgainAt!.Value;
        office.Mail.BreaksBefore = false;
        office.Clock.Reset(until);
        Assert.Equal(NoticeState.Sent, (await office.Notices.SendAsync(Id)).State);
        Assert.Equal(until, Assert.Single(office.Mail.Taken).At);
        Assert.Equal(until, (await LedgerAsync())!.SentAt);
    }

    [Fact]
    public async Task Send_ServerThatCanBeAsked_NeedsNoWaiting()
    {
        office.Mail.CanBeAsked = true;
        office.Mail.BreaksAfterwards = true;
        Assert.Equal(NoticeState.Sent, (await office.Notices.SendAsync(Id)).State);
        Assert.Equal($"message-{Id}", (await LedgerAsync())!.MessageId);
        Assert.Single(office.Mail.Taken);
    }

    [Fact]
    public async Task Send_ServerThatSaysItTookNothing_IsTriedAgainAtOnce()
    {
        office.Mail.CanBeAsked = true;
        office.Mail.BreaksBefore = true;
        await Assert.ThrowsAsync<IOException>(() => office.Notices.SendAsync(Id));
        office.Mail.BreaksBefore = false;
        Assert.Equal(NoticeState.Sent, (await office.Notices.SendAsync(Id)).State);
        Assert.Single(office.Mail.Taken);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(2, true)]
    public async Task Send_EndsAtAnyCommitAndAReportComes_ReachesTheCompanyOnce(int commit, bool afterEffect)
    {
        office.Records.FailCommit(commit, afterEffect);
        await Assert.ThrowsAsync<IOException>(() => office.Notices.SendAsync(Id));
        await office.Notices.SendAsync(Id);
        if (office.Mail.Taken.Count > 0)
            await office.Notices.RecordDeliveryAsync(Id, delivered: true);
        office.Clock.Advance(Patience);
        Assert.NotEqual(NoticeState.Pending, (await office.Notices.SendAsync(Id)).State);
        Assert.Single(office.Mail.Taken);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(2, true)]
    public async Task Send_EndsAtAnyCommitAndTheServerIsAsked_ReachesTheCompanyOnceAtOnce(int commit, bool afterEffect)
    {
        office.Mail.CanBeAsked = true;
        office.Records.FailCommit(commit, afterEffect);
        await Assert.ThrowsAsync<IOException>(() => office.Notices.SendAsync(Id));
        Assert.Equal(NoticeState.Sent, (await office.Notices.SendAsync(Id)).State);
        Assert.Single(office.Mail.Taken);
    }

    [Fact]
    public async Task Send_TakenButNeitherAnsweredNorReportedInTime_IsTheWindowThatRemains()
    {
        office.Mail.BreaksAfterwards = true;
        await office.Notices.SendAsync(Id);
        office.Clock.Advance(Patience);
        await office.Notices.SendAsync(Id);
        Assert.Equal(2, office.Mail.Taken.Count);
        // The report of either settles both.
        await office.Notices.RecordDeliveryAsync(Id, delivered: true);
        office.Clock.Advance(Patience);
        Assert.Equal(NoticeState.Delivered, (await office.Notices.SendAsync(Id)).State);
        Assert.Equal(2, office.Mail.Taken.Count);
    }

    [Fact]
    public async Task Send_NotAnsweredThreeTimes_IsATaskAndGoesOn()
    {
        office.Mail.BreaksBefore = true;
        for (var n = 0; n < 2; n++)
        {
            await office.Notices.SendAsync(Id);
            office.Clock.Advance(Patience);
        }

        Assert.Empty(await office.TaskKindsAsync());
        await office.Notices.SendAsync(Id);
        Assert.Equal(["mailUnclear"], await office.TaskKindsAsync());
        office.Mail.BreaksBefore = false;
        office.Clock.Advance(Patience);
        Assert.Equal(NoticeState.Sent, (await office.Notices.SendAsync(Id)).State);
    }

    [Fact]
    public async Task Send_NotTakenAfterOneThatWasNotAnswered_LeavesTheFirstOpen()
    {
        office.Mail.BreaksBefore = true;
        await office.Notices.SendAsync(Id);
        office.Clock.Advance(Patience);
        (office.Mail.BreaksBefore, office.Mail.Away) = (false, true);
        await Assert.ThrowsAsync<MailNotTakenException>(() => office.Notices.SendAsync(Id));
        Assert.Equal(1, (await office.Records.ReadAsync(CaseRows.Pending(Id)))!.Body.HandOver!.Number);
        Assert.True(await office.Notices.RecordDeliveryAsync(Id, delivered: true));
        Assert.Equal(NoticeState.Delivered, (await LedgerAsync())!.State);
    }

    [Fact]
    public async Task Send_CancelledWhileItIsHandedOver_CountsAsNotAnswered()
    {
        using var ends = new CancellationTokenSource();
        var mail = new Mock<IMail>();
        mail.Setup(m => m.SendAsync(It.IsAny<OutgoingMail>(), It.IsAny<CancellationToken>()))
            .Returns(async () =>
            {
                await ends.CancelAsync();
                throw new OperationCanceledException(ends.Token);
            });
        mail.Setup(m => m.AskAsync(It.IsAny<AskedMail>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new MailAnswer.Unknown());
        var stopped = new TestOffice(add: s => s.AddSingleton(mail.Object));
        await stopped.EnterAsync(1);
        await Assert.ThrowsAsync<OperationCanceledException>(() => stopped.Notices.SendAsync(Id, ends.Token));
        Assert.Equal(new(NoticeState.Pending, stopped.Now + Patience), await stopped.Notices.SendAsync(Id));
    }

    [Fact]
    public async Task Send_AnswerIsLost_KeepsWhichLinkLeft()
    {
        var until = office.Now + Duration.FromDays(180);
        office.Links.Setup(l => l.For(It.IsAny<CaseLink>()))
            .Returns((CaseLink link) => new IssuedLink(new($"https://tedori.example/{link.Notice}"), link.Generation, until));
        office.Mail.BreaksAfterwards = true;
        await office.Notices.SendAsync(Id);
        await office.Notices.RecordDeliveryAsync(Id, delivered: true);
        Assert.Equal(new(1, until), (await LedgerAsync())!.Link);
    }

    private async Task<SentNotice?> LedgerAsync() => (await office.Records.ReadAsync(CaseRows.Ledger(Id)))?.Body;
}
