using System.Net;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Evidence;
using Tedori.Testing.Evidence;
using Tedori.Workflows.Evidence;

namespace Tedori.Tests.Evidence;

/// <summary>What every store of evidence keeps, over the very HTTP that a browser speaks to it.</summary>
public abstract partial class EvidenceContract : IAsyncLifetime
{
    private static int serial;

    // A case of its own for each test, because some stores are shared.
    private readonly CaseId id = new(RoundId.Parse("r7-07"), Interlocked.Increment(ref serial));

    private protected abstract EvidenceStores Stores { get; }

    private IQuarantine Quarantine => Stores.Quarantine;

    private IEvidenceStore Evidence => Stores.Evidence;

    private UploadKey Key => new(new LocalDate(2025, 6, 10), id, 1);

    public abstract Task InitializeAsync();

    public abstract Task DisposeAsync();

    [SkippableFact]
    public async Task Upload_InParts_IsReadBackAsItWas()
    {
        var content = SampleFiles.PdfOf((2 * UploadParts.PartSize) + 700_001);
        await Stores.UploadAsync(Upload(content), content);

        var found = await Quarantine.InspectAsync(Upload(content));
        Assert.Equal((content.Length, Digest(content)), ((int)found!.Sample.Size, found.Sha256));
        Assert.Equal(content[..FileSample.MostLeading], found.Sample.Leading.ToArray());
        Assert.Equal(content[^FileSample.MostTrailing..], found.Sample.Trailing.ToArray());
        Assert.Equal([1, 2, 3], (await Quarantine.ArrivedAsync(Key)).Order());
    }

    [SkippableFact]
    public async Task Upload_OfTwentyMebibytes_BecomesEvidence()
    {
        var content = SampleFiles.PdfOf((int)EvidenceLimits.MostBytes);
        await Stores.UploadAsync(Upload(content), content);
        var found = await Quarantine.InspectAsync(Upload(content));
        Assert.Equal(Admission.Admitted, await Quarantine.AdmitAsync(Upload(content), found!));
        Assert.Equal([new StoredFile(Digest(content), content.Length)], await ListAsync());
    }

    [SkippableTheory]
    [InlineData(30)]
    [InlineData(2 * UploadParts.PartSize)]
    [InlineData(UploadParts.PartSize + 800_000)]
    public async Task Upload_FromTheServer_IsTheSame(int length)
    {
        var content = SampleFiles.PdfOf(length);
        await Quarantine.WriteAsync(Upload(content), new MemoryStream(content));
        Assert.Equal(Digest(content), (await Quarantine.InspectAsync(Upload(content)))!.Sha256);
        await Quarantine.WriteAsync(Upload(content), new MemoryStream([.. content, 0]));
        Assert.Equal(length + 1, (await Quarantine.InspectAsync(Upload(content)))!.Sample.Size);
        await Quarantine.WriteAsync(Upload(content), new MemoryStream(content[1..]));
        Assert.Equal(length - 1, (await Quarantine.InspectAsync(Upload(content)))!.Sample.Size);
    }

    [SkippableTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Upload_WithoutOneOfItsParts_IsNoFile(int missing)
    {
        var content = SampleFiles.PdfOf((2 * UploadParts.PartSize) + 10);
        foreach (var part in Upload(content).Keys.Where(p => p.Number != missing))
            await Stores.PutBlobAsync(await Stores.OpenAsync(part), EvidenceStores.PieceOf(content, part.Number));
        Assert.Null(await Quarantine.InspectAsync(Upload(content)));
        Assert.NotEqual(
            Admission.Admitted, await Quarantine.AdmitAsync(Upload(content), Found(content, "\"0x0\",\"0x0\",\"0x0\"")));
        Assert.Empty(await ListAsync());
    }

    // Also where what one part has too much is what another has too little.
    [SkippableTheory]
    [InlineData(-1, 0)]
    [InlineData(0, 1)]
    [InlineData(0, -10)]
    [InlineData(-1, 1)]
    public async Task Part_OfAnotherLength_IsToldAndNotRead(int first, int second)
    {
        var content = SampleFiles.PdfOf(UploadParts.PartSize + 10);
        var cut = UploadParts.PartSize + first;
        await Stores.PutBlobAsync(await Stores.OpenAsync(new(Key, 1)), content[..cut]);
        await Stores.PutBlobAsync(await Stores.OpenAsync(new(Key, 2)), new byte[10 + second]);
        var found = await Quarantine.InspectAsync(Upload(content));
        Assert.NotEqual(content.Length, found!.Sample.Size);
        Assert.Equal("", found.Sha256);
    }

    [SkippableFact]
    public async Task Admit_WhatNeverArrived_AdmitsNothing()
    {
        var upload = Upload(SampleFiles.Pdf());
        // The emulator says that it is changed where the service says that it is absent.
        Assert.NotEqual(Admission.Admitted, await Quarantine.AdmitAsync(upload, Found(SampleFiles.Pdf(), "\"0x0\"")));
        Assert.Null(await Quarantine.InspectAsync(upload));
        Assert.Empty(await ListAsync());
    }

    [SkippableFact]
    public async Task Part_ThatBrokeOff_IsSentAgainAndTheOthersStay()
    {
        var content = SampleFiles.PdfOf((2 * UploadParts.PartSize) + 10);
        foreach (var n in new[] { 1, 3 })
            await Stores.PutBlobAsync(await Stores.OpenAsync(new(Key, n)), EvidenceStores.PieceOf(content, n));
        await EvidenceStores.BreakOffAsync(
            await Stores.OpenAsync(new(Key, 2)), EvidenceStores.PieceOf(content, 2));
        Assert.Equal([1, 3], (await Quarantine.ArrivedAsync(Key)).Order());
        Assert.Null(await Quarantine.InspectAsync(Upload(content)));

        // A fresh URL of the same part, as after a reload.
        using (var answer = await Stores.PutBlobAsync(
            await Stores.OpenAsync(new(Key, 2)), EvidenceStores.PieceOf(content, 2)))
            Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal(Digest(content), (await Quarantine.InspectAsync(Upload(content)))!.Sha256);
    }

    // The emulator asks whether a part is there before it takes the body, so of several at once it may take more than one.
    [SkippableFact]
    public async Task Part_SentByManyAtOnce_IsWholeAndThatOfOne()
    {
        var url = await Stores.OpenAsync(new(Key, 1));
        var sent = await Task.WhenAll(Enumerable.Range(0, 12).Select(async n =>
        {
            byte[] content = [.. SampleFiles.PdfOf(400_000), (byte)n];
            using var answer = await Stores.PutBlobAsync(url, content);
            return (Digest: Digest(content), Taken: answer.StatusCode == HttpStatusCode.Created);
        }));
        var found = (await Quarantine.InspectAsync(new(Key, 400_001)))!;
        Assert.Contains((found.Sha256, true), sent);
        using var late = await Stores.PutBlobAsync(url, SampleFiles.Pdf());
        Assert.False(late.IsSuccessStatusCode);
        Assert.Equal(found.Sha256, (await Quarantine.InspectAsync(new(Key, 400_001)))!.Sha256);
    }

    private static string Digest(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static UploadedContent Found(byte[] content, string version) =>
        new(SampleFiles.Sample(content), Digest(content), version);

    private UploadParts Upload(byte[] content) => new(Key, content.Length);

    private async Task<List<StoredFile>> ListAsync()
    {
        var all = new List<StoredFile>();
        await foreach (var file in Evidence.ListAsync(id))
            all.Add(file);
        return all;
    }

    private async Task<byte[]?> ReadAsync(CaseId caseId, string sha256)
    {
        await using var stream = await Evidence.OpenAsync(caseId, sha256);
        if (stream is null)
            return null;
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }

    private Task<EvidenceFile> PutAsync(string name, byte[] content) =>
        Evidence.PutAsync(id, name, new MemoryStream(content));

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
