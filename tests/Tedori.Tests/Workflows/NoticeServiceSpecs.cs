using Microsoft.Extensions.Logging;
using Moq;
using NodaTime;
using Tedori.Programme.Access;
using Tedori.Programme.Cases;
using Tedori.Programme.Serialization;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Mail;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Workflows;

public sealed class NoticeServiceSpecs : IAsyncLifetime
{
    private static readonly NoticeId Id = NoticeId.Parse("r7-01-00001.entryReceived.0001");
    private readonly TestOffice office = new();

    public Task InitializeAsync() => office.EnterAsync(1);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Send_Pending_HandsItOverAndMovesItToTheLedger()
    {
        var progress = await office.Notices.SendAsync(Id);
        Assert.Equal(new(NoticeState.Sent, office.Now + Duration.FromDays(3)), progress);
        var mail = Assert.Single(office.Mail.Taken);
        Assert.Equal((Id.ToString(), Sample.Form.Email, office.Now), (mail.NoticeId, mail.To, mail.At));
        Assert.DoesNotContain($"outbox-{Id}", office.Records.Keys(RecordSet.Cases, "r7-01-00001"));
        Assert.Equal($"message-{Id}", (await LedgerAsync()).MessageId);
    }

    [Fact]
    public async Task Send_WithALink_KeepsWhichOneItWasAndNotTheLinkItself()
    {
        var until = office.Now + Duration.FromDays(180);
        office.Links.Setup(l => l.For(It.IsAny<CaseLink>()))
            .Returns((CaseLink link) => new(new($"https://tedori.example/{link.Notice}"), link.Generation, until));
        await office.Access.RevokeAsync(Id.CaseId, 1);
        await office.Notices.SendAsync(Id);
        office.Renderer.Verify(r => r.RenderAsync(It.IsAny<Notice>(), new Uri($"https://tedori.example/{Id}"), It.IsAny<Instant?>()));
        Assert.Equal(new(2, until), (await LedgerAsync()).Link);
        var row = await office.Records.ReadAsync(RecordSet.Cases, "r7-01-00001", $"sent-{Id}");
        Assert.DoesNotContain("tedori.example", row!.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ledger_OfBeforeLinksWereKept_IsRead()
    {
        await office.Notices.SendAsync(Id);
        var row = await office.Records.ReadAsync(RecordSet.Cases, "r7-01-00001", $"sent-{Id}");
        Assert.DoesNotContain("\"link\"", row!.Body, StringComparison.Ordinal);
        Assert.Null((await LedgerAsync()).Link);
    }

    [Fact]
    public async Task Send_Repeated_HandsItOverOnce()
    {
        var first = await office.Notices.SendAsync(Id);
        office.Clock.Advance(Duration.FromHours(1));
        Assert.Equal(first, await office.Notices.SendAsync(Id));
        Assert.Equal(1, office.Mail.Calls);
    }

    [Fact]
    public async Task Send_ByManyAtOnce_ReachesTheCompanyOnce()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => office.Notices.SendAsync(Id)));
        Assert.Contains(all, p => p.State == NoticeState.Sent);
        Assert.Single(office.Mail.Taken);
    }

    [Fact]
    public async Task Send_MailServerAway_KeepsItInTheOutbox()
    {
        office.Mail.Away = true;
        await Assert.ThrowsAsync<MailNotTakenException>(() => office.Notices.SendAsync(Id));
        Assert.Contains($"outbox-{Id}", office.Records.Keys(RecordSet.Cases, "r7-01-00001"));
        await office.Notices.ReportTroubleAsync(Id);
        await office.Notices.ReportTroubleAsync(Id);
        Assert.Equal(["mailTrouble"], await office.TaskKindsAsync());
    }

    [Fact]
    public async Task Send_RefusedForEver_LeavesTheOutboxAndIsNotHandedOverAgain()
    {
        office.Mail.Refuses = true;
        Assert.Equal(new(NoticeState.Refused, null), await office.Notices.SendAsync(Id));
        Assert.Equal(new(NoticeState.Refused, null), await office.Notices.SendAsync(Id));
        Assert.Equal(1, office.Mail.Calls);
        Assert.DoesNotContain($"outbox-{Id}", office.Records.Keys(RecordSet.Cases, "r7-01-00001"));
        Assert.Equal(["mailRefused"], await office.TaskKindsAsync());
        var line = Assert.Single(office.NoticeLog.Collector.GetSnapshot());
        Assert.Equal(
            (LogLevel.Warning, $"The mail server will never take {Id}: The address is none."),
            (line.Level, line.Message));
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public async Task Send_RefusedForEverAndCutOff_StillTellsStaff(int commit, bool afterEffect)
    {
        office.Mail.Refuses = true;
        office.Records.FailCommit(commit, afterEffect);
        await Assert.ThrowsAsync<IOException>(() => office.Notices.SendAsync(Id));
        office.Clock.Advance(MailPatience.Default.Report);
        await office.Notices.SendAsync(Id);
        Assert.Equal(["mailRefused"], await office.TaskKindsAsync());
    }

    [Fact]
    public async Task Send_NoticeThatDoesNotExist_IsAnError() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => office.Notices.SendAsync(Id with { Cause = 2 }));

    [Fact]
    public async Task Send_ServerThatDeliversAtOnce_NeedsNoReport()
    {
        office.Mail.DeliversAtOnce = true;
        Assert.Equal(new(NoticeState.Delivered, null), await office.Notices.SendAsync(Id));
    }

    [Fact]
    public async Task RecordDelivery_Twice_IsDeliveredSinceTheFirst()
    {
        await office.Notices.SendAsync(Id);
        office.Clock.Advance(Duration.FromMinutes(1));
        var at = office.Now;
        Assert.True(await office.Notices.RecordDeliveryAsync(Id, delivered: true));
        office.Clock.Advance(Duration.FromMinutes(1));
        Assert.True(await office.Notices.RecordDeliveryAsync(Id, delivered: true));
        Assert.Equal((NoticeState.Delivered, at), ((await LedgerAsync()).State, (await LedgerAsync()).StateAt));
        Assert.Empty(await office.TaskKindsAsync());
        Assert.Contains($"changed {Id}", office.Hints.Given);
    }

    [Fact]
    public async Task RecordDelivery_BounceAfterTheDelivery_IsABounce()
    {
        await office.Notices.SendAsync(Id);
        await office.Notices.RecordDeliveryAsync(Id, delivered: true);
        await office.Notices.RecordDeliveryAsync(Id, delivered: false);
        Assert.Equal(NoticeState.Bounced, (await LedgerAsync()).State);
        Assert.Equal("mailBounced", Assert.Single(await office.TaskKindsAsync()));
    }

    [Fact]
    public async Task RecordDelivery_Bounce_RaisesOneTask()
    {
        await office.Notices.SendAsync(Id);
        await office.Notices.RecordDeliveryAsync(Id, delivered: false);
        await office.Notices.RecordDeliveryAsync(Id, delivered: false);
        Assert.Equal(NoticeState.Bounced, (await LedgerAsync()).State);
        Assert.Equal(["mailBounced"], await office.TaskKindsAsync());
    }

    [Fact]
    public async Task RecordDelivery_OfANoticeThatNeverLeft_IsUnknown() =>
        Assert.False(await office.Notices.RecordDeliveryAsync(Id, delivered: true));

    [Fact]
    public async Task Check_BeforeTheTimeout_KeepsWaiting()
    {
        var sent = await office.Notices.SendAsync(Id);
        office.Clock.Reset(sent.LookAgainAt!.Value - Tokyo.Millisecond);
        Assert.Equal(sent, await office.Notices.CheckAsync(Id));
        Assert.Empty(await office.TaskKindsAsync());
    }

    [Fact]
    public async Task Check_AtTheTimeout_IsSilentAndRaisesOneTask()
    {
        await SilentAsync();
        Assert.Equal(new(NoticeState.Silent, null), await office.Notices.CheckAsync(Id));
        Assert.Equal(new(NoticeState.Silent, null), await office.Notices.CheckAsync(Id));
        Assert.Equal(["mailSilent"], await office.TaskKindsAsync());
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(2, true)]
    public async Task Check_RepeatedAfterACrash_StillRaisesTheTask(int commit, bool afterEffect)
    {
        await SilentAsync();
        office.Records.FailCommit(commit, afterEffect);
        await Assert.ThrowsAsync<IOException>(() => office.Notices.CheckAsync(Id));
        await office.Notices.CheckAsync(Id);
        Assert.Equal(["mailSilent"], await office.TaskKindsAsync());
    }

    [Fact]
    public async Task Check_ReportComesMeanwhile_RaisesNothing()
    {
        await SilentAsync();
        office.Records.Interruption = () => office.Notices.RecordDeliveryAsync(Id, delivered: true);
        Assert.Equal(new(NoticeState.Delivered, null), await office.Notices.CheckAsync(Id));
        Assert.Empty(await office.TaskKindsAsync());
    }

    [Fact]
    public async Task RecordDelivery_LateAfterTheSilence_IsDelivered()
    {
        await SilentAsync();
        await office.Notices.CheckAsync(Id);
        await office.Notices.RecordDeliveryAsync(Id, delivered: true);
        Assert.Equal(NoticeState.Delivered, (await LedgerAsync()).State);
    }

    private async Task SilentAsync() => office.Clock.Reset((await office.Notices.SendAsync(Id)).LookAgainAt!.Value);

    private async Task<SentNotice> LedgerAsync()
    {
        var row = await office.Records.ReadAsync(RecordSet.Cases, "r7-01-00001", $"sent-{Id}");
        return TedoriJson.Read<SentNotice>(row!.Body);
    }
}
