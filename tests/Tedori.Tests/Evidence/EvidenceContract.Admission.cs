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
        var upload = Upload(content);
        await Stores.UploadAsync(upload, content);
        var found = (await Quarantine.InspectAsync(upload))!;
        Assert.Equal(Admission.Admitted, await Quarantine.AdmitAsync(upload, found));
        Assert.Equal(Admission.Admitted, await Quarantine.AdmitAsync(upload, found));
        Assert.Equal([new StoredFile(Digest(content), content.Length)], await ListAsync());
        Assert.Equal(content, await ReadAsync(id, found.Sha256));
    }

    [SkippableFact]
    public async Task Admit_ManyAtOnce_IsOneFile()
    {
        var content = SampleFiles.PdfOf(UploadParts.PartSize + 500_000);
        var upload = Upload(content);
        await Stores.UploadAsync(upload, content);
        var found = (await Quarantine.InspectAsync(upload))!;
        var admissions = await Task.WhenAll(
            Enumerable.Range(0, 12).Select(_ => Task.Run(() => Quarantine.AdmitAsync(upload, found))));
        Assert.All(admissions, a => Assert.Equal(Admission.Admitted, a));
        Assert.Equal([new StoredFile(Digest(content), content.Length)], await ListAsync());
        Assert.Equal(content, await ReadAsync(id, found.Sha256));
    }

    [SkippableTheory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Admit_PartThatIsAnotherMeanwhile_TakesNeither(int part)
    {
        var content = SampleFiles.PdfOf(UploadParts.PartSize + 10);
        var upload = Upload(content);
        await Stores.UploadAsync(upload, content);
        var found = (await Quarantine.InspectAsync(upload))!;
        content[part == 1 ? 100 : ^1]++;
        await Quarantine.WriteAsync(upload, new MemoryStream(content));
        Assert.Equal(Admission.Changed, await Quarantine.AdmitAsync(upload, found));
        Assert.Empty(await ListAsync());
    }

    [SkippableFact]
    public async Task Evidence_OnceThere_NoUploadChanges()
    {
        var content = SampleFiles.Pdf("証拠");
        var (upload, url) = (Upload(content), await Stores.OpenAsync(new(Key, 1)));
        await Stores.PutBlobAsync(url, content);
        await Quarantine.AdmitAsync(upload, (await Quarantine.InspectAsync(upload))!);
        await Quarantine.DiscardAsync(upload);
        // The URL outlives what it was for.
        await Stores.PutBlobAsync(url, SampleFiles.Pdf("別物"));
        Assert.Equal(content, await ReadAsync(id, Digest(content)));
        Assert.Equal([new StoredFile(Digest(content), content.Length)], await ListAsync());
    }

    [SkippableFact]
    public async Task Discard_Upload_LeavesNothingOfIt()
    {
        var content = SampleFiles.PdfOf(UploadParts.PartSize + 10);
        await Stores.UploadAsync(Upload(content), content);
        await Quarantine.DiscardAsync(Upload(content));
        await Quarantine.DiscardAsync(Upload(content));
        Assert.Empty(await Quarantine.ArrivedAsync(Key));
        Assert.Null(await Quarantine.InspectAsync(Upload(content)));
    }

    [SkippableFact]
    public async Task DiscardBefore_ADay_TakesOlderUploadsOnly()
    {
        // Years of its own, because the store may be shared.
        var day = new LocalDate(1990, 1, 1).PlusDays(id.Serial);
        UploadKey[] keys = [new(day.PlusDays(-1), id, 1), new(day.PlusDays(-1), id, 2), new(day, id, 3)];
        // One of two parts only, as one that was left in the middle.
        foreach (var key in keys)
            await Stores.PutBlobAsync(await Stores.OpenAsync(new(key, 2)), SampleFiles.Pdf());
        await Stores.PutBlobAsync(await Stores.OpenAsync(new(keys[0], 1)), SampleFiles.Pdf());
        Assert.InRange(await Quarantine.DiscardBeforeAsync(day), 2, int.MaxValue);
        Assert.Empty(await Quarantine.ArrivedAsync(keys[0]));
        Assert.Empty(await Quarantine.ArrivedAsync(keys[1]));
        Assert.Equal([2], await Quarantine.ArrivedAsync(keys[2]));
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
