using Microsoft.Extensions.Logging;
using Moq;
using NodaTime;
using Tedori.Programme.Access;
using Tedori.Programme.Cases;
using Tedori.Programme.Serialization;
using Tedori.Tests.Cases;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Workflows;

public sealed class NoticeDeskSpecs : IAsyncLifetime
{
    private static readonly NoticeId Id = NoticeId.Parse("r7-01-00001.entryReceived.0001");
    private readonly Bureau bureau = new();

    public Task InitializeAsync() => bureau.EnterAsync(1);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Send_Pending_HandsItOverAndMovesItToTheLedger()
    {
        var progress = await bureau.Notices.SendAsync(Id);
        Assert.Equal(new(NoticeState.Sent, bureau.Now + Duration.FromDays(3)), progress);
        var mail = Assert.Single(bureau.Mail.Taken);
        Assert.Equal((Id.ToString(), Sample.Form.Email, bureau.Now), (mail.NoticeId, mail.To, mail.At));
        Assert.DoesNotContain(CaseRows.Outbox + Id, bureau.Records.Keys(RecordSet.Cases, "r7-01-00001"));
        Assert.Equal($"message-{Id}", (await LedgerAsync()).MessageId);
    }

    [Fact]
    public async Task Send_WithALink_KeepsWhichOneItWasAndNotTheLinkItself()
    {
        var until = bureau.Now + Duration.FromDays(180);
        bureau.Links.Setup(l => l.For(It.IsAny<CaseLink>()))
            .Returns((CaseLink link) => new(new($"https://tedori.example/{link.Notice}"), link.Generation, until));
        await bureau.Access.RevokeAsync(Id.CaseId, 1);
        await bureau.Notices.SendAsync(Id);
        bureau.Renderer.Verify(r => r.RenderAsync(It.IsAny<Notice>(), new Uri($"https://tedori.example/{Id}")));
        Assert.Equal(new(2, until), (await LedgerAsync()).Link);
        var row = await bureau.Records.ReadAsync(RecordSet.Cases, "r7-01-00001", CaseRows.Sent + Id);
        Assert.DoesNotContain("tedori.example", row!.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ledger_OfBeforeLinksWereKept_IsRead()
    {
        await bureau.Notices.SendAsync(Id);
        var row = await bureau.Records.ReadAsync(RecordSet.Cases, "r7-01-00001", CaseRows.Sent + Id);
        Assert.DoesNotContain("\"link\"", row!.Body, StringComparison.Ordinal);
        Assert.Null((await LedgerAsync()).Link);
    }

    [Fact]
    public async Task Send_Repeated_HandsItOverOnce()
    {
        var first = await bureau.Notices.SendAsync(Id);
        bureau.Clock.Advance(Duration.FromHours(1));
        Assert.Equal(first, await bureau.Notices.SendAsync(Id));
        Assert.Equal(1, bureau.Mail.Calls);
    }

    [Theory]
    [InlineData(false, 2)]
    [InlineData(true, 1)]
    public async Task Send_RepeatedAfterACrashBehindTheMailServer_ReachesTheCompanyOnce(bool afterEffect, int calls)
    {
        bureau.Records.FailCommit(1, afterEffect);
        await Assert.ThrowsAsync<IOException>(() => bureau.Notices.SendAsync(Id));
        Assert.Equal(NoticeState.Sent, (await bureau.Notices.SendAsync(Id)).State);
        Assert.Single(bureau.Mail.Taken);
        Assert.Equal(calls, bureau.Mail.Calls);
    }

    [Fact]
    public async Task Send_ByManyAtOnce_ReachesTheCompanyOnce()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => bureau.Notices.SendAsync(Id)));
        Assert.All(all, p => Assert.Equal(all[0], p));
        Assert.Single(bureau.Mail.Taken);
    }

    [Fact]
    public async Task Send_MailServerAway_KeepsItInTheOutbox()
    {
        bureau.Mail.Away = true;
        await Assert.ThrowsAsync<IOException>(() => bureau.Notices.SendAsync(Id));
        Assert.Contains(CaseRows.Outbox + Id, bureau.Records.Keys(RecordSet.Cases, "r7-01-00001"));
        await bureau.Notices.ReportTroubleAsync(Id);
        await bureau.Notices.ReportTroubleAsync(Id);
        Assert.Equal(["mailTrouble"], await bureau.TaskKindsAsync());
    }

    [Fact]
    public async Task Send_RefusedForEver_LeavesTheOutboxAndIsNotHandedOverAgain()
    {
        bureau.Mail.Refuses = true;
        Assert.Equal(new(NoticeState.Refused, null), await bureau.Notices.SendAsync(Id));
        Assert.Equal(new(NoticeState.Refused, null), await bureau.Notices.SendAsync(Id));
        Assert.Equal(1, bureau.Mail.Calls);
        Assert.DoesNotContain(CaseRows.Outbox + Id, bureau.Records.Keys(RecordSet.Cases, "r7-01-00001"));
        Assert.Equal(["mailRefused"], await bureau.TaskKindsAsync());
        var line = Assert.Single(bureau.NoticeLog.Collector.GetSnapshot());
        Assert.Equal(
            (LogLevel.Warning, $"The mail server will never take {Id}: The address is none."),
            (line.Level, line.Message));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public async Task Send_RefusedForEverAndCutOff_StillTellsStaff(int commit, bool afterEffect)
    {
        bureau.Mail.Refuses = true;
        bureau.Records.FailCommit(commit, afterEffect);
        await Assert.ThrowsAsync<IOException>(() => bureau.Notices.SendAsync(Id));
        await bureau.Notices.SendAsync(Id);
        Assert.Equal(["mailRefused"], await bureau.TaskKindsAsync());
    }

    [Fact]
    public async Task Send_NoticeThatDoesNotExist_IsAnError() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => bureau.Notices.SendAsync(Id with { Cause = 2 }));

    [Fact]
    public async Task Send_ServerThatDeliversAtOnce_NeedsNoReport()
    {
        bureau.Mail.DeliversAtOnce = true;
        Assert.Equal(new(NoticeState.Delivered, null), await bureau.Notices.SendAsync(Id));
    }

    [Fact]
    public async Task RecordDelivery_Twice_IsDeliveredSinceTheFirst()
    {
        await bureau.Notices.SendAsync(Id);
        bureau.Clock.Advance(Duration.FromMinutes(1));
        var at = bureau.Now;
        Assert.True(await bureau.Notices.RecordDeliveryAsync(Id, delivered: true));
        bureau.Clock.Advance(Duration.FromMinutes(1));
        Assert.True(await bureau.Notices.RecordDeliveryAsync(Id, delivered: true));
        Assert.Equal((NoticeState.Delivered, at), ((await LedgerAsync()).State, (await LedgerAsync()).StateAt));
        Assert.Empty(await bureau.TaskKindsAsync());
        Assert.Contains($"changed {Id}", bureau.Hints.Given);
    }

    [Fact]
    public async Task RecordDelivery_BounceAfterTheDelivery_ChangesNothing()
    {
        await bureau.Notices.SendAsync(Id);
        await bureau.Notices.RecordDeliveryAsync(Id, delivered: true);
        await bureau.Notices.RecordDeliveryAsync(Id, delivered: false);
        Assert.Equal(NoticeState.Delivered, (await LedgerAsync()).State);
        Assert.Empty(await bureau.TaskKindsAsync());
    }

    [Fact]
    public async Task RecordDelivery_Bounce_RaisesOneTask()
    {
        await bureau.Notices.SendAsync(Id);
        await bureau.Notices.RecordDeliveryAsync(Id, delivered: false);
        await bureau.Notices.RecordDeliveryAsync(Id, delivered: false);
        Assert.Equal(NoticeState.Bounced, (await LedgerAsync()).State);
        Assert.Equal(["mailBounced"], await bureau.TaskKindsAsync());
    }

    [Fact]
    public async Task RecordDelivery_OfANoticeThatNeverLeft_IsUnknown() =>
        Assert.False(await bureau.Notices.RecordDeliveryAsync(Id, delivered: true));

    [Fact]
    public async Task Check_BeforeTheTimeout_KeepsWaiting()
    {
        var sent = await bureau.Notices.SendAsync(Id);
        bureau.Clock.Reset(sent.LookAgainAt!.Value - Tokyo.Millisecond);
        Assert.Equal(sent, await bureau.Notices.CheckAsync(Id));
        Assert.Empty(await bureau.TaskKindsAsync());
    }

    [Fact]
    public async Task Check_AtTheTimeout_IsSilentAndRaisesOneTask()
    {
        await SilentAsync();
        Assert.Equal(new(NoticeState.Silent, null), await bureau.Notices.CheckAsync(Id));
        Assert.Equal(new(NoticeState.Silent, null), await bureau.Notices.CheckAsync(Id));
        Assert.Equal(["mailSilent"], await bureau.TaskKindsAsync());
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(2, true)]
    public async Task Check_RepeatedAfterACrash_StillRaisesTheTask(int commit, bool afterEffect)
    {
        await SilentAsync();
        bureau.Records.FailCommit(commit, afterEffect);
        await Assert.ThrowsAsync<IOException>(() => bureau.Notices.CheckAsync(Id));
        await bureau.Notices.CheckAsync(Id);
        Assert.Equal(["mailSilent"], await bureau.TaskKindsAsync());
    }

    [Fact]
    public async Task Check_ReportComesMeanwhile_RaisesNothing()
    {
        await SilentAsync();
        bureau.Records.Interruption = () => bureau.Notices.RecordDeliveryAsync(Id, delivered: true);
        Assert.Equal(new(NoticeState.Delivered, null), await bureau.Notices.CheckAsync(Id));
        Assert.Empty(await bureau.TaskKindsAsync());
    }

    [Fact]
    public async Task RecordDelivery_LateAfterTheSilence_IsDelivered()
    {
        await SilentAsync();
        await bureau.Notices.CheckAsync(Id);
        await bureau.Notices.RecordDeliveryAsync(Id, delivered: true);
        Assert.Equal(NoticeState.Delivered, (await LedgerAsync()).State);
    }

    private async Task SilentAsync() => bureau.Clock.Reset((await bureau.Notices.SendAsync(Id)).LookAgainAt!.Value);

    private async Task<SentNotice> LedgerAsync()
    {
        var row = await bureau.Records.ReadAsync(RecordSet.Cases, "r7-01-00001", CaseRows.Sent + Id);
        return TedoriJson.Read<SentNotice>(row!.Body);
    }
}
