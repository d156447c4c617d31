using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Tedori.Functions.Http;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Canary;
using Tedori.Workflows.Durable;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Health;
using Tedori.Workflows.Mail;
using Tedori.Workflows.Records;
using Tedori.Workflows.Rounds;
using Tedori.Workflows.Sweeping;

namespace Tedori.Tests.Workflows;

public sealed class HealthSpecs
{
    private readonly TestOffice office = new();
    private readonly MemoryEvidence evidence = new();
    private readonly SweepLog sweeps;
    private readonly CanaryService canaries;
    private readonly MemorySealed documents = new();
    private KeyProbe keys = new(new EphemeralDataProtectionProvider());

    public HealthSpecs()
    {
        sweeps = new(office.Records, office.Clock);
        canaries = new(office.Records, office.Tasks, office.Hints, office.Clock);
    }

    private HealthService Service(MailDiversion? diversion = null) => new(
        new CaseRegister(office.Records, new EditionCatalog(Sample.R7)), office.RoundRecords, evidence, sweeps, canaries,
        Start(office.Records), diversion ?? MailDiversion.None, NullLogger<HealthService>.Instance);

    [Fact]
    public async Task Check_WhereAllMailsGoToOneAddress_SaysSoWithoutItAndIsNoFault()
    {
        var report = await Service(new("test@office.example")).CheckAsync();

        Assert.Equal((HealthReport.Ok, HealthReport.Diverted), (report.Status, report.Checks["mail"]));
        Assert.Equal(HealthReport.Ok, (await Service().CheckAsync()).Checks["mail"]);
    }

    [Fact]
    public async Task Check_BeforeTheFirstSweep_IsOk() =>
        Assert.Equal("ok: ok ok ok noneYet noneYet", await ReportAsync());

    [Fact]
    public async Task Check_EverythingWorks_IsOk()
    {
        await sweeps.KeepAsync(await office.Sweeper.SweepAsync());
        office.Clock.Reset(await canaries.PlantAsync());
        await canaries.FireAsync(CanaryId.Of(office.Now));
        await sweeps.KeepAsync(await office.Sweeper.SweepAsync());
        office.Clock.Advance(SweepLog.Patience);
        Assert.Equal("ok: ok ok ok ok ok", await ReportAsync());
    }

    [Fact]
    public async Task Check_SweeperSilent_Fails()
    {
        await sweeps.KeepAsync(await office.Sweeper.SweepAsync());
        office.Clock.Advance(SweepLog.Patience + Tokyo.Millisecond);
        Assert.Equal("failing: ok ok ok failing noneYet", await ReportAsync());
    }

    [Fact]
    public async Task Check_CanaryOverdue_FailsUntilOneFires()
    {
        office.Clock.Reset(await canaries.PlantAsync() + CanaryRow.Grace - Tokyo.Millisecond);
        Assert.Equal("ok: ok ok ok noneYet noneYet", await ReportAsync());
        office.Clock.Advance(Tokyo.Millisecond);
        Assert.Equal("failing: ok ok ok noneYet failing", await ReportAsync());
        await canaries.FireAsync("20250519T003000Z");
        Assert.Equal("ok: ok ok ok noneYet ok", await ReportAsync());
    }

    [Fact]
    public async Task Check_EvidenceAway_FailsAndSaysNoMore()
    {
        evidence.Away = true;
        Assert.Equal("failing: ok ok failing noneYet noneYet", await ReportAsync());
    }

    [Fact]
    public async Task Check_RecordsLost_FailsAndTheStartIsRefused()
    {
        Assert.Null(await Start(office.Records).RecordsAsync());
        Assert.Null(await Start(office.Records).RecordsAsync());
        Assert.Equal("ok: ok ok ok noneYet noneYet", await ReportAsync());

        var empty = new MemoryRecords();
        Assert.Contains("lost or empty", await Start(empty).RecordsAsync(), StringComparison.Ordinal);
        Assert.Contains("lost or empty", await Start(empty).RecordsAsync(), StringComparison.Ordinal);
        office.Clock.Advance(Duration.FromSeconds(1));
        Assert.Null(await new StartCheck(empty, new MemorySealed(), sweeps, keys, office.Clock).RecordsAsync());
        Assert.Contains("another installation", await Start(empty).RecordsAsync(), StringComparison.Ordinal);
        Assert.NotNull(await Start(empty).FaultAsync());
    }

    [Fact]
    public async Task Check_KeysDamaged_Fails()
    {
        Assert.True(await Start(office.Records).KeysAsync());
        Assert.Equal("ok: ok ok ok noneYet noneYet", await ReportAsync());

        keys = new(new EphemeralDataProtectionProvider());
        Assert.False(await Start(office.Records).KeysAsync());
        Assert.Equal(HealthReport.Failing, (await Service().CheckAsync()).Checks["keys"]);
    }

    [Fact]
    public async Task Check_ClockSetBack_FailsAndTheStartIsRefused()
    {
        await sweeps.KeepAsync(await office.Sweeper.SweepAsync());
        Assert.Null(await Start(office.Records).ClockAsync());
        office.Clock.Advance(-Duration.FromDays(2));

        Assert.Contains("before the last recorded instant", await Start(office.Records).ClockAsync(), StringComparison.Ordinal);
        Assert.Equal("failing: ok ok ok failing noneYet", await ReportAsync());
    }

    private StartCheck Start(IRecords records) => new(records, documents, sweeps, keys, office.Clock);

    private async Task<string> ReportAsync()
    {
        var report = await Service().CheckAsync();
        string[] parts = ["records", "keys", "evidence", "sweeper", "canary"];
        Assert.Equal(parts.Append("mail").Order(), report.Checks.Keys.Order());
        return $"{report.Status}: {string.Join(" ", parts.Select(p => report.Checks[p]))}";
    }
}
