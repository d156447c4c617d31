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
    public async Task Upload_InBlocks_IsReadBackAsItWas()
    {
        var content = SampleFiles.PdfOf(700_001);
        var url = await OpenAsync();
        await Stores.UploadAsync(url, content, blockSize: 256 * 1024);

        var found = await Quarantine.InspectAsync(Key);
        Assert.Equal((content.Length, Digest(content)), ((int)found!.Sample.Size, found.Sha256));
        Assert.Equal(content[..FileSample.MostLeading], found.Sample.Leading.ToArray());
        Assert.Equal(content[^FileSample.MostTrailing..], found.Sample.Trailing.ToArray());
    }

    [SkippableFact]
    public async Task Upload_OfTwentyMebibytes_BecomesEvidence()
    {
        var content = SampleFiles.PdfOf((int)EvidenceLimits.MostBytes);
        await Stores.UploadAsync(await OpenAsync(), content, blockSize: 4 * 1024 * 1024);
        var found = await Quarantine.InspectAsync(Key);
        Assert.Equal(Admission.Admitted, await Quarantine.AdmitAsync(Key, found!));
        Assert.Equal([new StoredFile(Digest(content), content.Length)], await ListAsync());
    }

    [SkippableFact]
    public async Task Upload_InOneRequest_IsTaken()
    {
        var content = SampleFiles.Pdf();
        using var answer = await Stores.PutBlobAsync(await OpenAsync(), content);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal(Digest(content), (await Quarantine.InspectAsync(Key))!.Sha256);
    }

    [SkippableFact]
    public async Task Upload_FromTheServer_IsTheSame()
    {
        var content = SampleFiles.PdfOf(5_000_000);
        await Quarantine.WriteAsync(Key, new MemoryStream(content));
        Assert.Equal(Digest(content), (await Quarantine.InspectAsync(Key))!.Sha256);
        await Assert.ThrowsAsync<EvidenceTooLargeException>(
            () => Quarantine.WriteAsync(Key, new MemoryStream(new byte[EvidenceLimits.MostBytes + 1])));
        Assert.Equal(Digest(content), (await Quarantine.InspectAsync(Key))!.Sha256);
    }

    [SkippableFact]
    public async Task Blocks_WithoutTheirList_AreNoFile()
    {
        using var answer = await Stores.PutBlockAsync(await OpenAsync(), 0, SampleFiles.Pdf());
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Null(await Quarantine.InspectAsync(Key));
        Assert.NotEqual(Admission.Admitted, await Quarantine.AdmitAsync(Key, Found(SampleFiles.Pdf())));
        Assert.Empty(await ListAsync());
    }

    [SkippableFact]
    public async Task Admit_WhatNeverArrived_AdmitsNothing()
    {
        // The emulator says that it is changed where the service says that it is absent.
        Assert.NotEqual(Admission.Admitted, await Quarantine.AdmitAsync(Key, Found(SampleFiles.Pdf())));
        Assert.Null(await Quarantine.InspectAsync(Key));
        Assert.Empty(await ListAsync());
    }

    [SkippableFact]
    public async Task Block_ThatBrokeOff_IsSentAgainAndTheOthersStay()
    {
        var content = SampleFiles.PdfOf(900_000);
        var url = await OpenAsync();
        await Stores.PutBlockAsync(url, 0, content[..300_000]);
        await Stores.PutBlockAsync(url, 2, content[600_000..]);
        await EvidenceStores.BreakOffAsync(url, 1, content[300_000..600_000]);
        using (var early = await Stores.PutListAsync(url, 3))
            Assert.Equal(HttpStatusCode.BadRequest, early.StatusCode);
        Assert.Null(await Quarantine.InspectAsync(Key));

        // A fresh URL of the same upload, as after a reload.
        var fresh = await OpenAsync();
        await Stores.PutBlockAsync(fresh, 1, content[300_000..600_000]);
        using (var answer = await Stores.PutListAsync(fresh, 3))
            Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal(Digest(content), (await Quarantine.InspectAsync(Key))!.Sha256);
    }

    [SkippableFact]
    public async Task List_WhoseAnswerWasLost_CanBeSentAgain()
    {
        var url = await OpenAsync();
        await Stores.UploadAsync(url, SampleFiles.PdfOf(10_000), blockSize: 4_000);
        using var again = await Stores.PutListAsync(url, 3);
        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
        Assert.Equal(10_000, (await Quarantine.InspectAsync(Key))!.Sample.Size);
    }

    [SkippableFact]
    public async Task Blocks_SentAtOnceAndTwice_AreOneFile()
    {
        var content = SampleFiles.PdfOf(1_000_000);
        var url = await OpenAsync();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(
            n => Stores.PutBlockAsync(url, n / 2, content[(n / 2 * 100_000)..][..100_000])));
        await Stores.PutListAsync(url, 10);
        Assert.Equal(Digest(content), (await Quarantine.InspectAsync(Key))!.Sha256);
    }

    [SkippableFact]
    public async Task Url_WriteOnly_NeitherReadsNorListsNorRemoves()
    {
        var url = await OpenAsync();
        await Stores.UploadAsync(url, SampleFiles.Pdf(), blockSize: 1000);
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head, HttpMethod.Delete })
            await AssertForbiddenAsync(method, url);
        await AssertForbiddenAsync(HttpMethod.Get, new Uri(url, url.PathAndQuery + "&comp=blocklist"));
        Assert.NotNull(await Quarantine.InspectAsync(Key));
    }

    [SkippableFact]
    public async Task Url_ForAnotherFileOrAnotherContainer_IsRefused()
    {
        var url = await OpenAsync();
        await AssertForbiddenAsync(HttpMethod.Put, Edited(url, "/0001?", "/0002?"));
        await AssertForbiddenAsync(HttpMethod.Put, Edited(url, id.ToString(), new CaseId(id.Round, 99999).ToString()));
        await AssertForbiddenAsync(HttpMethod.Put, Edited(url, "/quarantine/2025-06-10/", "/evidence/"));
        await AssertForbiddenAsync(HttpMethod.Put, Edited(url, "sp=w", "sp=rw"));
        await AssertForbiddenAsync(HttpMethod.Put, Edited(url, "sig=", "sig=0"));
        await AssertForbiddenAsync(HttpMethod.Put, Edited(url, "sig=", "signature="));
        await AssertForbiddenAsync(HttpMethod.Put, new Uri(url, url.AbsolutePath));
        Assert.Null(await Quarantine.InspectAsync(Key));
    }

    [SkippableFact]
    public async Task Url_Expired_IsRefused()
    {
        var url = Stores.Absolute(await Quarantine.OpenAsync(Key, Stores.Now - Duration.FromMinutes(1)));
        await AssertForbiddenAsync(HttpMethod.Put, url);
        var later = Uri.EscapeDataString("2099-01-01T00:00:00Z");
        var at = url.Query.IndexOf("se=", StringComparison.Ordinal) + 3;
        var end = url.Query[at..url.Query.IndexOf('&', at)];
        await AssertForbiddenAsync(HttpMethod.Put, Edited(url, end, later));
    }

    private static string Digest(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static UploadedContent Found(byte[] content) =>
        new(SampleFiles.Sample(content), Digest(content), "\"0x0\"");

    private static Uri Edited(Uri url, string part, string other)
    {
        Assert.Contains(part, url.AbsoluteUri, StringComparison.Ordinal);
        return new(url.AbsoluteUri.Replace(part, other, StringComparison.Ordinal));
    }

    private async Task<Uri> OpenAsync() =>
        Stores.Absolute(await Quarantine.OpenAsync(Key, Stores.Now + Duration.FromMinutes(10)));

    private async Task AssertForbiddenAsync(HttpMethod method, Uri url)
    {
        using var answer = method == HttpMethod.Put
            ? await Stores.PutBlobAsync(url, SampleFiles.Pdf())
            : await Stores.SendAsync(method, url);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("%PDF", body, StringComparison.Ordinal);
    }

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
