using NodaTime;
using Tedori.Programme;
using Tedori.Testing.Evidence;
using Tedori.Workflows.Evidence;

namespace Tedori.Tests.Evidence;

public abstract partial class EvidenceContract
{
    [SkippableFact]
    public async Task Admit_Twice_IsOneFile()
    {
        var content = SampleFiles.Pdf("一つ");
        await Stores.UploadAsync(await OpenAsync(), content, blockSize: 1000);
        var found = (await Quarantine.InspectAsync(Key))!;
        Assert.Equal(Admission.Admitted, await Quarantine.AdmitAsync(Key, found));
        Assert.Equal(Admission.Admitted, await Quarantine.AdmitAsync(Key, found));
        Assert.Equal([new StoredFile(Digest(content), content.Length)], await ListAsync());
        Assert.Equal(content, await ReadAsync(id, found.Sha256));
    }

    [SkippableFact]
    public async Task Admit_ManyAtOnce_IsOneFile()
    {
        var content = SampleFiles.PdfOf(500_000);
        await Stores.UploadAsync(await OpenAsync(), content, blockSize: 200_000);
        var found = (await Quarantine.InspectAsync(Key))!;
        var admissions = await Task.WhenAll(
            Enumerable.Range(0, 12).Select(_ => Task.Run(() => Quarantine.AdmitAsync(Key, found))));
        Assert.All(admissions, a => Assert.Equal(Admission.Admitted, a));
        Assert.Equal([new StoredFile(Digest(content), content.Length)], await ListAsync());
        Assert.Equal(content, await ReadAsync(id, found.Sha256));
    }

    [SkippableFact]
    public async Task Admit_WrittenMeanwhile_TakesNeither()
    {
        var url = await OpenAsync();
        await Stores.UploadAsync(url, SampleFiles.Pdf("読んだもの"), blockSize: 1000);
        var found = (await Quarantine.InspectAsync(Key))!;
        await Stores.UploadAsync(url, SampleFiles.Pdf("すり替えたもの"), blockSize: 1000);
        Assert.Equal(Admission.Changed, await Quarantine.AdmitAsync(Key, found));
        Assert.Empty(await ListAsync());
    }

    [SkippableFact]
    public async Task Evidence_OnceThere_NoUploadChanges()
    {
        var (content, url) = (SampleFiles.Pdf("証拠"), await OpenAsync());
        await Stores.UploadAsync(url, content, blockSize: 1000);
        await Quarantine.AdmitAsync(Key, (await Quarantine.InspectAsync(Key))!);
        await Stores.UploadAsync(url, SampleFiles.Pdf("別物"), blockSize: 1000);
        await Quarantine.DiscardAsync(Key);
        Assert.Equal(content, await ReadAsync(id, Digest(content)));
    }

    [SkippableFact]
    public async Task Discard_Upload_LeavesNothingOfIt()
    {
        await Stores.UploadAsync(await OpenAsync(), SampleFiles.Pdf(), blockSize: 10);
        await Quarantine.DiscardAsync(Key);
        await Quarantine.DiscardAsync(Key);
        Assert.Null(await Quarantine.InspectAsync(Key));
    }

    [SkippableFact]
    public async Task DiscardBefore_ADay_TakesOlderUploadsOnly()
    {
        // Years of its own, because the store may be shared.
        var day = new LocalDate(1990, 1, 1).PlusDays(id.Serial);
        UploadKey[] keys = [new(day.PlusDays(-1), id, 1), new(day.PlusDays(-1), id, 2), new(day, id, 3)];
        foreach (var key in keys)
            await Quarantine.WriteAsync(key, new MemoryStream(SampleFiles.Pdf()));
        Assert.InRange(await Quarantine.DiscardBeforeAsync(day), 2, int.MaxValue);
        Assert.Null(await Quarantine.InspectAsync(keys[0]));
        Assert.Null(await Quarantine.InspectAsync(keys[1]));
        Assert.NotNull(await Quarantine.InspectAsync(keys[2]));
    }

    [SkippableFact]
    public async Task Open_AnotherCaseOrDigest_IsNull()
    {
        var file = await PutAsync("a", Bytes("就業規則"));
        Assert.Null(await ReadAsync(new CaseId(id.Round, 99999), file.Sha256));
        Assert.Null(await ReadAsync(id, new string('0', 64)));
        Assert.Empty(await OfAsync(new CaseId(id.Round, 99999)));
    }

    private async Task<List<StoredFile>> OfAsync(CaseId caseId)
    {
        var all = new List<StoredFile>();
        await foreach (var file in Evidence.ListAsync(caseId))
            all.Add(file);
        return all;
    }
}
