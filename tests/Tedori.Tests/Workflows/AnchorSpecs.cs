using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Logging.Testing;
using NodaTime;
using Tedori.Programme.Cases;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Anchoring;
using Tedori.Workflows.Audit;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Records;
using Tedori.Workflows.Rounds;
using Tedori.Workflows.Telemetry;

namespace Tedori.Tests.Workflows;

public sealed class AnchorSpecs
{
    private static readonly LocalDate Day = new(2025, 5, 26);
    private readonly TestOffice office = new();
    private readonly AuditLog log;
    private readonly FakeLogger<AnchorService> lines = new();
    private readonly AnchorService service;
    private readonly AnchorAudit audit;

    public AnchorSpecs()
    {
        log = new(office.Records);
        var register = new CaseRegister(office.Records, new EditionCatalog(Sample.R7));
        service = new(office.Records, register, office.RoundRecords, office.Cases, log, office.Clock, lines);
        audit = new(office.Records, office.RoundRecords, log);
    }

    [Fact]
    public async Task Take_Again_IsTheSameAnchor()
    {
        await office.ReleaseAsync(2);
        var head = await service.TakeAsync(Day);
        await office.PublishAsync();
        Assert.Equal(head, await service.TakeAsync(Day));
        Assert.Equal(head, await service.TakeAsync(Day.PlusDays(-1)));
        Assert.Empty(await audit.VerifyAsync(Day));
    }

    [Fact]
    public async Task Take_DayAfterDay_ChainsThem()
    {
        await office.ReleaseAsync(2);
        await service.TakeAsync(Day);
        await office.PublishAsync();
        await service.TakeAsync(Day.PlusDays(3));
        Assert.Equal(Day, (await AnchorAsync(Day.PlusDays(3))).Read().Before);
        Assert.Null(await audit.VerifyChainAsync());
        Assert.Empty(await audit.VerifyAsync(Day));
        Assert.Empty(await audit.VerifyAsync(Day.PlusDays(3)));
    }

    [Fact]
    public async Task Take_MoreCasesThanAPage_CoversThemAll()
    {
        await office.Rounds.AdvanceAsync(TestOffice.First);
        await office.EnterManyAsync(AnchorPage.Size + 3);
        await service.TakeAsync(Day);
        Assert.Equal(AnchorPage.Size + 3, (await AnchorAsync(Day)).Read().Rounds[0].Cases);
        Assert.Empty(await audit.VerifyAsync(Day));
        await ChangeAsync("r7-01-00252", "event-0001", "見本252", "見本000");
        Assert.Equal(
            ["The cases from r7-01-00251 differ from page r7-01-0001 of the anchor."], await audit.VerifyAsync(Day));
    }

    [Fact]
    public async Task Verify_EventThatWasChangedWithItsHash_IsFound()
    {
        await office.ReleaseAsync(2);
        await office.PublishAsync();
        await service.TakeAsync(Day);
        var forged = EventRow.Chain(new CaseEvent.Lost(office.Now, 9), 2, await HashAsync(1)).Body;
        await office.Records.CommitAsync(
            RecordSet.Cases, "r7-01-00001", [new Write.Upsert("event-0002", forged)]);
        Assert.Equal(
            ["The cases from r7-01-00001 differ from page r7-01-0000 of the anchor."], await audit.VerifyAsync(Day));
    }

    [Fact]
    public async Task Verify_EventsAfterTheAnchor_AreNoDifference()
    {
        await office.ReleaseAsync(2);
        await service.TakeAsync(Day);
        await office.PublishAsync();
        await office.Cases.HandleAsync(Sample.CaseId, new CaseCommand.Decline(office.Now, "都合"));
        Assert.Empty(await audit.VerifyAsync(Day));
    }

    [Fact]
    public async Task Verify_SeedThatWasChanged_IsFound()
    {
        await office.ReleaseAsync(2);
        await service.TakeAsync(Day);
        await ChangeAsync("r7-01", "state", "\"seed\":\"", "\"seed\":\"00", RecordSet.Rounds);
        Assert.Equal(["The seed of r7-01 is not the one that was anchored."], await audit.VerifyAsync(Day));
    }

    [Theory]
    [InlineData("2025-05-25T23:59:59.999", true)]
    [InlineData("2025-05-26T23:59:59.999", false)]
    [InlineData("2025-05-27T00:00:00", true)]
    public async Task Verify_AuditLogOfTheDay_MustBeAsItWas(string at, bool held)
    {
        await office.ReleaseAsync(1);
        await service.TakeAsync(Day.PlusDays(-1));
        await service.TakeAsync(Day);
        await log.WriteAsync(new(Tokyo.At(at), "u", "担当者", "127.0.0.1", "viewCase", "r7-01-00001", null, null, null));
        Assert.Equal(held ? [] : ["The audit log is not the one that was anchored."], await audit.VerifyAsync(Day));
    }

    [Fact]
    public async Task VerifyChain_AnchorThatWasChanged_IsFound()
    {
        await office.ReleaseAsync(1);
        for (var n = 0; n < 3; n++)
            await service.TakeAsync(Day.PlusDays(n));
        await ChangeAsync("anchors", AnchorRows.Of(Day.PlusDays(1)).Key, "\"cases\":1", "\"cases\":2", RecordSet.Office);
        Assert.Equal(Day.PlusDays(1), await audit.VerifyChainAsync());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(11)]
    public async Task Take_StoppedAnywhere_GoesOn(int commit)
    {
        await office.ReleaseAsync(2);
        office.Records.FailCommit(commit, afterEffect: commit == 4);
        await Assert.ThrowsAsync<IOException>(() => service.TakeAsync(Day));
        await office.PublishAsync();
        await service.TakeAsync(Day);
        Assert.Empty(await audit.VerifyAsync(Day));
    }

    [Fact]
    public async Task Take_TwoAtOnce_IsOneAnchor()
    {
        await office.ReleaseAsync(2);
        var heads = await Task.WhenAll(service.TakeAsync(Day), service.TakeAsync(Day));
        Assert.Equal(heads[0], heads[1]);
        Assert.Empty(await audit.VerifyAsync(Day));
    }

    [Fact]
    public async Task Take_WhereASnapshotIsDamaged_CoversTheCaseByItsEventsAndTellsOfTheRow()
    {
        using var unread = new MetricCollector<long>(TedoriMeter.AnchorRowsUnread);
        await office.ReleaseAsync(3);
        await DamageAsync("r7-01-00002", "snapshot");

        await service.TakeAsync(Day);

        Assert.Equal(1, unread.GetMeasurementSnapshot().Sum(m => m.Value));
        Assert.Equal(
            ["The anchor goes on although the row 'snapshot' of 'r7-01-00002' cannot be read from byte 1."],
            lines.Collector.GetSnapshot().Select(l => l.Message));
        Assert.Empty(await audit.VerifyAsync(Day));
        await ChangeAsync("r7-01-00002", "event-0001", "見本2", "見本0");
        Assert.Equal(
            ["The cases from r7-01-00001 differ from page r7-01-0000 of the anchor."], await audit.VerifyAsync(Day));
    }

    [Fact]
    public async Task Take_WhereACaseCannotBeReadAtAll_CoversTheOthersAndNamesIt()
    {
        await office.ReleaseAsync(3);
        await DamageAsync("r7-01-00002", "snapshot");
        await DamageAsync("r7-01-00002", "event-0001");
        await DamageAsync("r7-01", "state", RecordSet.Rounds);

        await service.TakeAsync(Day);

        Assert.Equal(3, (await AnchorAsync(Day)).Read().Rounds[0].Cases);
        Assert.Equal(3, lines.Collector.Count);
        Assert.Equal([2], (await office.Records.ReadAsync(AnchorRows.Page(Day, TestOffice.First, 0)))!.Body.Unread);
    }

    [Fact]
    public async Task Verify_WhereAnEventIsDamaged_SaysWhichRowAndGoesOn()
    {
        await office.ReleaseAsync(2);
        await service.TakeAsync(Day);
        await DamageAsync("r7-01-00002", "event-0001");
        await ChangeAsync("r7-01", "state", "\"seed\":\"", "\"seed\":\"00", RecordSet.Rounds);

        Assert.Equal(
            ["The cases from r7-01-00001 cannot be compared (the row 'event-0001' of 'r7-01-00002' cannot be read from byte 1)"
                + " with page r7-01-0000 of the anchor.", "The seed of r7-01 is not the one that was anchored."],
            await audit.VerifyAsync(Day));
    }

    [Fact]
    public async Task Verify_DayWithoutAnAnchor_IsAnError() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => audit.VerifyAsync(Day));

    private async Task<string> HashAsync(int number) =>
        (await office.Records.ReadAsync(CaseRows.Event(Sample.CaseId, number)))!.Body.Hash;

    private async Task<AnchorRow> AnchorAsync(LocalDate day) =>
        (await office.Records.ReadAsync(AnchorRows.Of(day)))!.Body;

    private async Task DamageAsync(string partition, string key, RecordSet set = RecordSet.Cases) =>
        await office.Records.CommitAsync(set, partition, [new Write.Upsert(key, "{")]);

    private async Task ChangeAsync(
        string partition, string key, string from, string to, RecordSet set = RecordSet.Cases)
    {
        var body = (await office.Records.ReadAsync(set, partition, key))!.Body;
        Assert.Contains(from, body, StringComparison.Ordinal);
        var write = new Write.Upsert(key, body.Replace(from, to, StringComparison.Ordinal));
        await office.Records.CommitAsync(set, partition, [write]);
    }
}
