using NodaTime;
using Tedori.Programme;
using Tedori.Workflows.Evidence;

namespace Tedori.Tests.Evidence;

public sealed class VirusVerdictSpecs : IAsyncLifetime, IDisposable
{
    private static readonly CaseId Case = EvidenceBureau.Case;
    private readonly EvidenceBureau bureau = new();
    private HeldFile file = null!;

    public async Task InitializeAsync()
    {
        await bureau.OpenCaseAsync();
        file = await bureau.UploadAsync("規則.pdf", SampleFiles.Pdf());
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => bureau.Dispose();

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
        await bureau.FileAsync(await bureau.Desk.DraftAsync(Case));
        var before = await bureau.Bureau.CaseAsync(1);
        bureau.Bureau.Clock.Advance(Duration.FromDays(3));
        await RecordAsync(VirusFinding.Malicious);
        await RecordAsync(VirusFinding.Malicious);
        Assert.Equal(["virusFound"], await TasksAsync());
        Assert.Equal(
            Tedori.Programme.Serialization.TedoriJson.Write(before),
            Tedori.Programme.Serialization.TedoriJson.Write(await bureau.Bureau.CaseAsync(1)));
        var listed = Assert.Single(await bureau.Desk.ListAsync(Case));
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
        bureau.Bureau.Records.FailCommit(1, afterEffect: true);
        await Assert.ThrowsAsync<IOException>(() => RecordAsync(VirusFinding.Malicious));
        await RecordAsync(VirusFinding.Malicious);
        Assert.Equal(["virusFound"], await TasksAsync());
    }

    [Fact]
    public async Task Record_NoDigestOrLongDetail_IsBounded()
    {
        await Assert.ThrowsAsync<ArgumentException>(
            () => bureau.Verdicts.RecordAsync(Case, new("../x", VirusFinding.Clean, bureau.Now, "")));
        await bureau.Verdicts.RecordAsync(
            Case, new(file.File.Sha256, VirusFinding.Malicious, bureau.Now, new string('x', 9999)));
        Assert.Equal(200, Assert.Single(await bureau.Desk.ListAsync(Case)).Verdict?.Detail.Length);
    }

    private async Task<IEnumerable<string>> TasksAsync() =>
        (await bureau.Bureau.TaskKindsAsync()).Where(k => k.StartsWith("virus", StringComparison.Ordinal));

    private Task RecordAsync(VirusFinding finding) =>
        bureau.Verdicts.RecordAsync(Case, new(file.File.Sha256, finding, bureau.Now, "EICAR-Test-File"));

    private async Task<VirusFinding?> FindingAsync() =>
        Assert.Single(await bureau.Desk.ListAsync(Case)).Verdict?.Finding;
}
