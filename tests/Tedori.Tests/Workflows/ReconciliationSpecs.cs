using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Evidence;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Reconciliation;
using Tedori.Workflows.Records;
using Tedori.Workflows.Rounds;

namespace Tedori.Tests.Workflows;

public sealed class ReconciliationSpecs
{
    // A day on which the files of case 2 are read whole.
    private static readonly LocalDate Day = Enumerable.Range(1, EvidenceInspector.ReadingNights)
        .Select(n => new LocalDate(2025, 5, n)).Single(d => EvidenceInspector.IsReadOn(new(TestOffice.First, 2), d));
    private readonly TestOffice office = new();
    private readonly MemoryEvidence evidence = new();
    private readonly ReconciliationService service;

    public ReconciliationSpecs()
    {
        var register = new CaseRegister(office.Records, new EditionCatalog(Sample.R7));
        var inspector = new EvidenceInspector(office.Records, evidence, office.Clock);
        service = new(office.Records, register, inspector, office.Tasks, office.Clock);
    }

    [Fact]
    public async Task Run_EverythingThere_FindsNothing()
    {
        await FileAsync(cases: 3);
        var run = await service.RunAsync(Day);
        Assert.Equal((3, 3, 6 * 3L, 0), (run.Cases, run.Files, run.Bytes, run.Findings));
        Assert.NotNull(run.FinishedAt);
        Assert.DoesNotContain("evidenceDiffers", await office.TaskKindsAsync());
    }

    [Fact]
    public async Task Run_MoreCasesThanAPage_SeesThemAll()
    {
        await FileAsync(cases: 120, filing: 1);
        var run = await service.RunAsync(Day);
        Assert.Equal((120, 1), (run.Cases, run.Files));
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("sizeDiffers")]
    [InlineData("digestDiffers")]
    public async Task Run_FileThatDiffers_IsFoundOnceAndStaffAreTold(string code)
    {
        var files = await FileAsync(cases: 2);
        Spoil(new(TestOffice.First, 2), files[1].Sha256, code);
        Assert.Equal(1, (await service.RunAsync(Day)).Findings);
        Assert.Equal(1, (await service.RunAsync(Day)).Findings);
        var finding = Assert.Single(await FindingsAsync());
        Assert.Equal((code, "r7-01-00002", files[1].Sha256), (finding.Code, finding.CaseId.ToString(), finding.Sha256));
        Assert.Single(await office.TaskKindsAsync(), k => k == "evidenceDiffers");
    }

    [Fact]
    public async Task Run_TwoDifferencesOfOneCase_AreTwoTasks()
    {
        var files = await FileAsync(cases: 1);
        Spoil(new(TestOffice.First, 1), files[0].Sha256, "missing");
        await service.RunAsync(Day);
        Spoil(new(TestOffice.First, 1), files[0].Sha256, "sizeDiffers");
        await service.RunAsync(Day.PlusDays(1));
        await service.RunAsync(Day.PlusDays(2));

        Assert.Equal(2, (await office.TaskKindsAsync()).Count(k => k == "evidenceDiffers"));
    }

    [Fact]
    public async Task Run_ContentThatDiffers_IsFoundWithin28Nights()
    {
        var files = await FileAsync(cases: 1);
        Spoil(new(TestOffice.First, 1), files[0].Sha256, "digestDiffers");
        var found = 0;
        for (var n = 0; n < EvidenceInspector.ReadingNights; n++)
            found += (await service.RunAsync(Day.PlusDays(n))).Findings;
        Assert.Equal(1, found);
    }

    [Fact]
    public async Task Run_EventThatWasChanged_IsFound()
    {
        await FileAsync(cases: 1);
        var row = (await office.Records.ReadAsync(RecordSet.Cases, "r7-01-00001", "event-0002"))!;
        await office.Records.CommitAsync(RecordSet.Cases, "r7-01-00001",
            [new Write.Upsert(row.Key, row.Body.Replace("\"rank\":1", "\"rank\":2", StringComparison.Ordinal))]);
        await service.RunAsync(Day);
        var finding = Assert.Single(await FindingsAsync());
        Assert.Equal(("chainBroken", 2), (finding.Code, finding.Event));
    }

    [Fact]
    public async Task Run_CaseThatCannotBeRead_IsAFindingAndKeepsNoOtherFromBeingLookedAt()
    {
        var files = await FileAsync(cases: 3);
        await office.Records.CommitAsync(
            RecordSet.Cases, "r7-01-00001", [new Write.Upsert("event-0002", "{\"number\":2,\"hash\":")]);
        Spoil(new(TestOffice.First, 3), files[2].Sha256, "missing");

        var run = await service.RunAsync(Day);

        Assert.NotNull(run.FinishedAt);
        Assert.Equal(
            [("unreadable", "r7-01-00001", 1), ("missing", "r7-01-00003", 3)],
            (await FindingsAsync()).Select(f => (f.Code, f.CaseId.ToString(), f.Event)));
    }

    [Fact]
    public async Task Run_FileThatCannotBeRead_IsAFindingAndKeepsNoOtherFromBeingLookedAt()
    {
        var files = await FileAsync(cases: 3);
        evidence.Unreadable.Add(files[1].Sha256);
        Spoil(new(TestOffice.First, 3), files[2].Sha256, "missing");

        Assert.NotNull((await service.RunAsync(Day)).FinishedAt);

        Assert.Equal(
            [("unreadable", files[1].Sha256), ("missing", files[2].Sha256)],
            (await FindingsAsync()).Select(f => (f.Code, f.Sha256)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Run_StoppedAnywhere_GoesOnAndCountsOnce(int commit)
    {
        var files = await FileAsync(cases: 70);
        Spoil(new(TestOffice.First, 60), files[59].Sha256, "missing");
        office.Records.FailCommit(commit, afterEffect: commit % 2 == 0);
        await Assert.ThrowsAsync<IOException>(() => service.RunAsync(Day));
        var run = await service.RunAsync(Day);
        Assert.Equal((70, 70, 1), (run.Cases, run.Files, run.Findings));
        Assert.Single(await FindingsAsync());
    }

    [Fact]
    public async Task Run_TwoAtOnce_CountOnce()
    {
        await FileAsync(cases: 60);
        var runs = await Task.WhenAll(service.RunAsync(Day), service.RunAsync(Day));
        Assert.All(runs, run => Assert.Equal(60, run.Files));
    }

    [Fact]
    public async Task Run_NextDay_IsARunOfItsOwn()
    {
        await FileAsync(cases: 1);
        await service.RunAsync(Day);
        Assert.Null(await service.ReportAsync(Day.PlusDays(1)));
        Assert.Equal(1, (await service.RunAsync(Day.PlusDays(1))).Files);
        Assert.Equal(1, (await service.ReportAsync(Day))!.Files);
    }

    [Fact]
    public async Task Run_StoreAway_FailsAndIsNoFinding()
    {
        await FileAsync(cases: 1);
        evidence.Away = true;
        await Assert.ThrowsAsync<IOException>(() => service.RunAsync(Day));
        evidence.Away = false;
        Assert.Equal(0, (await service.RunAsync(Day)).Findings);
    }

    private async Task<List<EvidenceFile>> FileAsync(int cases, int? filing = null)
    {
        await office.ReleaseAsync(cases);
        await office.PublishAsync();
        var files = new List<EvidenceFile>();
        for (var n = 1; n <= (filing ?? cases); n++)
        {
            var id = new CaseId(TestOffice.First, n);
            files.Add(await evidence.PutAsync(id, "書類.pdf", new MemoryStream([1, 2, 3, 4, 5, (byte)n])));
            var now = office.Now;
            Assert.IsType<CaseAnswer.Accepted>(await office.Cases.HandleAsync(
                id, new CaseCommand.RegisterCompany(now, new("filing", new Receipt.Electronic(now), [files[^1]]))));
        }

        return files;
    }

    private void Spoil(CaseId id, string sha256, string code)
    {
        if (code == "missing")
            Assert.True(evidence.Files.Remove((id, sha256)));
        else
            evidence.Files[(id, sha256)] = new byte[code == "sizeDiffers" ? 5 : 6];
    }

    private async Task<List<EvidenceFinding>> FindingsAsync()
    {
        var all = new List<EvidenceFinding>();
        await foreach (var finding in service.FindingsAsync(Day))
            all.Add(finding);
        return all;
    }
}
