using NodaTime;
using Tedori.Programme;
using Tedori.Testing.Evidence;
using Tedori.Workflows.Evidence;

namespace Tedori.Tests.Evidence;

public sealed class VirusVerdictSpecs : IAsyncLifetime, IDisposable
{
    private static readonly CaseId Case = EvidenceOffice.Case;
    private readonly EvidenceOffice office = new();
    private HeldFile file = null!;

    public async Task InitializeAsync()
    {
        await office.OpenCaseAsync();
        file = await office.UploadAsync("規則.pdf", SampleFiles.Pdf());
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task Record_Clean_IsListedAndNobodyIsBothered()
    {
        await RecordAsync(VirusFinding.Clean);
        Assert.Equal(VirusFinding.Clean, await FindingAsync());
        Assert.Empty(await TasksAsync());
    }

    [Fact]
    public async Task Record_MaliciousAfterTheFiling_CallsStaffAndMovesNothing()
    {
        await office.FileAsync(await office.Service.DraftAsync(Case));
        var before = await office.Office.CaseAsync(1);
        office.Office.Clock.Advance(Duration.FromDays(3));
        await RecordAsync(VirusFinding.Malicious);
        await RecordAsync(VirusFinding.Malicious);
        Assert.Equal(["virusFound"], await TasksAsync());
        Assert.Equal(
            Tedori.Programme.Serialization.TedoriJson.Write(before),
            Tedori.Programme.Serialization.TedoriJson.Write(await office.Office.CaseAsync(1)));
        var listed = Assert.Single(await office.Service.ListAsync(Case));
        Assert.Equal((true, VirusFinding.Malicious), (listed.Filed, listed.Verdict?.Finding));
    }

    [Fact]
    public async Task Record_SeveralInAnyOrder_KeepsTheWorst()
    {
        await RecordAsync(VirusFinding.NotScanned);
        await RecordAsync(VirusFinding.Clean);
        Assert.Equal(VirusFinding.Clean, await FindingAsync());
        await RecordAsync(VirusFinding.Malicious);
        await RecordAsync(VirusFinding.Clean);
        Assert.Equal(VirusFinding.Malicious, await FindingAsync());
        Assert.Equal(["virusFound", "virusNotScanned"], await TasksAsync());
    }

    [Fact]
    public async Task Record_ProcessEndsAfterTheCommit_IsMendedByTheNext()
    {
        office.Office.Records.FailCommit(1, afterEffect: true);
        await Assert.ThrowsAsync<IOException>(() => RecordAsync(VirusFinding.Malicious));
        await RecordAsync(VirusFinding.Malicious);
        Assert.Equal(["virusFound"], await TasksAsync());
    }

    [Fact]
    public async Task Record_NoDigestOrLongDetail_IsBounded()
    {
        await Assert.ThrowsAsync<ArgumentException>(
            () => office.Verdicts.RecordAsync(Case, new("../x", VirusFinding.Clean, office.Now, "")));
        await office.Verdicts.RecordAsync(
            Case, new(file.File.Sha256, VirusFinding.Malicious, office.Now, new string('x', 9999)));
        Assert.Equal(200, Assert.Single(await office.Service.ListAsync(Case)).Verdict?.Detail.Length);
    }

    private async Task<IEnumerable<string>> TasksAsync() =>
        (await office.Office.TaskKindsAsync()).Where(k => k.StartsWith("virus", StringComparison.Ordinal));

    private Task RecordAsync(VirusFinding finding) =>
        office.Verdicts.RecordAsync(Case, new(file.File.Sha256, finding, office.Now, "EICAR-Test-File"));

    private async Task<VirusFinding?> FindingAsync() =>
        Assert.Single(await office.Service.ListAsync(Case)).Verdict?.Finding;
}
