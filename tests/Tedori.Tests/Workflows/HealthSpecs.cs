using Microsoft.Extensions.Logging.Abstractions;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Canary;
using Tedori.Workflows.Durable;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Health;
using Tedori.Workflows.Rounds;
using Tedori.Workflows.Sweeping;

namespace Tedori.Tests.Workflows;

public sealed class HealthSpecs
{
    private readonly TestOffice office = new();
    private readonly MemoryEvidence evidence = new();
    private readonly SweepLog sweeps;
    private readonly CanaryService canaries;
    private readonly HealthService service;

    public HealthSpecs()
    {
        sweeps = new(office.Records, office.Clock);
        canaries = new(office.Records, office.Tasks, office.Hints, office.Clock);
        var register = new CaseRegister(office.Records, new EditionCatalog(Sample.R7));
        service = new(register, office.RoundRecords, evidence, sweeps, canaries, NullLogger<HealthService>.Instance);
    }

    [Fact]
    public async Task Check_BeforeTheFirstSweep_IsOk() =>
        Assert.Equal("ok: ok ok noneYet noneYet", await ReportAsync());

    [Fact]
    public async Task Check_EverythingWorks_IsOk()
    {
        await sweeps.KeepAsync(await office.Sweeper.SweepAsync());
        office.Clock.Reset(await canaries.PlantAsync());
        await canaries.FireAsync(CanaryId.Of(office.Now));
        await sweeps.KeepAsync(await office.Sweeper.SweepAsync());
        office.Clock.Advance(SweepLog.Patience);
        Assert.Equal("ok: ok ok ok ok", await ReportAsync());
    }

    [Fact]
    public async Task Check_SweeperSilent_Fails()
    {
        await sweeps.KeepAsync(await office.Sweeper.SweepAsync());
        office.Clock.Advance(SweepLog.Patience + Tokyo.Millisecond);
        Assert.Equal("failing: ok ok failing noneYet", await ReportAsync());
    }

    [Fact]
    public async Task Check_CanaryOverdue_FailsUntilOneFires()
    {
        office.Clock.Reset(await canaries.PlantAsync() + CanaryRow.Grace - Tokyo.Millisecond);
        Assert.Equal("ok: ok ok noneYet noneYet", await ReportAsync());
        office.Clock.Advance(Tokyo.Millisecond);
        Assert.Equal("failing: ok ok noneYet failing", await ReportAsync());
        await canaries.FireAsync("20250519T003000Z");
        Assert.Equal("ok: ok ok noneYet ok", await ReportAsync());
    }

    [Fact]
    public async Task Check_EvidenceAway_FailsAndSaysNoMore()
    {
        evidence.Away = true;
        Assert.Equal("failing: ok failing noneYet noneYet", await ReportAsync());
    }

    private async Task<string> ReportAsync()
    {
        var report = await service.CheckAsync();
        string[] parts = ["records", "evidence", "sweeper", "canary"];
        Assert.Equal(parts.Order(), report.Checks.Keys.Order());
        return $"{report.Status}: {string.Join(" ", parts.Select(p => report.Checks[p]))}";
    }
}
