using Microsoft.Extensions.Logging.Abstractions;
using Tedori.Tests.Cases;
using Tedori.Workflows.Canary;
using Tedori.Workflows.Durable;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Health;
using Tedori.Workflows.Rounds;
using Tedori.Workflows.Sweeping;

namespace Tedori.Tests.Workflows;

public sealed class HealthSpecs
{
    private readonly Bureau bureau = new();
    private readonly MemoryEvidence evidence = new();
    private readonly SweepLog sweeps;
    private readonly CanaryDesk canaries;
    private readonly HealthDesk desk;

    public HealthSpecs()
    {
        sweeps = new(bureau.Records, bureau.Clock);
        canaries = new(bureau.Records, bureau.Tasks, bureau.Hints, bureau.Clock);
        var register = new CaseRegister(bureau.Records, new EditionShelf(Sample.R7));
        desk = new(register, bureau.RoundRecords, evidence, sweeps, canaries, NullLogger<HealthDesk>.Instance);
    }

    [Fact]
    public async Task Check_BeforeTheFirstSweep_IsOk() =>
        Assert.Equal("ok: ok ok noneYet noneYet", await ReportAsync());

    [Fact]
    public async Task Check_EverythingWorks_IsOk()
    {
        await sweeps.KeepAsync(await bureau.Sweeper.SweepAsync());
        bureau.Clock.Reset(await canaries.PlantAsync());
        await canaries.FireAsync(CanaryId.Of(bureau.Now));
        await sweeps.KeepAsync(await bureau.Sweeper.SweepAsync());
        bureau.Clock.Advance(SweepLog.Patience);
        Assert.Equal("ok: ok ok ok ok", await ReportAsync());
    }

    [Fact]
    public async Task Check_SweeperSilent_Fails()
    {
        await sweeps.KeepAsync(await bureau.Sweeper.SweepAsync());
        bureau.Clock.Advance(SweepLog.Patience + Tokyo.Millisecond);
        Assert.Equal("failing: ok ok failing noneYet", await ReportAsync());
    }

    [Fact]
    public async Task Check_CanaryOverdue_FailsUntilOneFires()
    {
        bureau.Clock.Reset(await canaries.PlantAsync() + CanaryRow.Grace - Tokyo.Millisecond);
        Assert.Equal("ok: ok ok noneYet noneYet", await ReportAsync());
        bureau.Clock.Advance(Tokyo.Millisecond);
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
        var report = await desk.CheckAsync();
        string[] parts = ["records", "evidence", "sweeper", "canary"];
        Assert.Equal(parts.Order(), report.Checks.Keys.Order());
        return $"{report.Status}: {string.Join(" ", parts.Select(p => report.Checks[p]))}";
    }
}
