using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using Azure.Storage.Blobs.Specialized;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Tedori.Functions.Azure.Blobs;
using Tedori.Functions.Composition;
using Tedori.Testing.Azurite;
using Tedori.Testing.Evidence;
using Tedori.Workflows.Evidence;

namespace Tedori.Tests.Evidence;

/// <summary>The contract on blobs, through the real client against a real Azurite.</summary>
[Collection(AzuriteServer.Collection)]
public sealed class BlobEvidenceContract(AzuriteServer azurite) : EvidenceContract, IDisposable
{
    private ServiceProvider services = null!;
    private EvidenceStores stores = null!;

    private protected override EvidenceStores Stores => stores;

    public override async Task InitializeAsync()
    {
        services = new ServiceCollection()
            .AddSingleton<IClock>(SystemClock.Instance)
            .AddLogging()
            .AddAzureEvidence(azurite.ConnectionString)
            .BuildServiceProvider();
        await services.GetRequiredService<EvidenceContainers>().PrepareEmulatorAsync(new Uri("http://127.0.0.1:7071"));
        stores = new(
            services.GetRequiredService<IEvidenceStore>(), services.GetRequiredService<IQuarantine>(),
            services.GetRequiredService<ISealedDocuments>(), azurite.BlobEndpoint);
    }

    [SkippableFact]
    public async Task Upload_LeasedWithoutEnd_IsRemovedReplacedAndSweptAllTheSame()
    {
        var day = new LocalDate(1960, 1, 2);
        var content = SampleFiles.PdfOf(UploadParts.PartSize + 10);
        UploadParts[] uploads =
        [
            .. Enumerable.Range(1, 3).Select(
                n => new UploadParts(new(day.PlusDays(-1), new(new("r7", 1), 1), n), content.Length)),
        ];
        foreach (var upload in uploads)
        {
            await Stores.UploadAsync(upload, content);
            await LeaseAsync(upload);
        }

        content[^1]++;
        await Quarantine.WriteAsync(uploads[0], new MemoryStream(content));
        Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData(content)), (await Quarantine.InspectAsync(uploads[0]))!.Sha256);
        await LeaseAsync(uploads[0]);
        await Quarantine.DiscardAsync(uploads[1]);
        Assert.Empty(await Quarantine.ArrivedAsync(uploads[1].Key));
        await Quarantine.DiscardBeforeAsync(day);

        foreach (var upload in uploads)
            Assert.Empty(await Quarantine.ArrivedAsync(upload.Key));
    }

    // What each request costs stands in the price list of Blob Storage; deletions are free.
    [SkippableTheory]
    [InlineData(1000, "PUT GET GET HEAD PUT DELETE")]
    [InlineData(UploadParts.PartSize + 1, "PUT PUT GET GET GET GET HEAD PUT PUT PUT DELETE DELETE")]
    public async Task Upload_FromTheFirstPartToTheEvidence_TakesSoManyRequests(int length, string requests)
    {
        var content = SampleFiles.PdfOf(length);
        var upload = new UploadParts(new(new(1961, 1, 1), new(new("r7", 2), length), 1), length);
        var sent = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "System.Net.Http",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = request =>
            {
                if (request.GetTagItem("url.full") is string url
                    && url.Contains($"/{upload.Key.Case}/", StringComparison.Ordinal))
                    sent.Enqueue((string)request.GetTagItem("http.request.method")!);
            },
        };
        ActivitySource.AddActivityListener(listener);

        await Stores.UploadAsync(upload, content);
        var found = (await Quarantine.InspectAsync(upload))!;
        Assert.Equal(Admission.Admitted, await Quarantine.AdmitAsync(upload, found));
        await Quarantine.DiscardAsync(upload);

        Assert.Equal(requests, string.Join(' ', sent));
    }

    // What a URL that may create can do beside creating. It costs us nothing that the sweep does not mend.
    [SkippableFact]
    public async Task Upload_WithSnapshots_IsRemovedAndSweptAllTheSame()
    {
        var day = new LocalDate(1960, 2, 2);
        UploadParts[] uploads =
        [
            .. Enumerable.Range(1, 2).Select(
                n => new UploadParts(new(day.PlusDays(-1), new(new("r7", 1), 1), n), SampleFiles.Pdf().Length)),
        ];
        foreach (var upload in uploads)
        {
            await Stores.UploadAsync(upload, SampleFiles.Pdf());
            var url = await Stores.OpenAsync(new(upload.Key, 1));
            using var taken = await Stores.SendAsync(HttpMethod.Put, new($"{url.AbsoluteUri}&comp=snapshot"));
            Assert.Equal(HttpStatusCode.Created, taken.StatusCode);
        }

        await Quarantine.DiscardAsync(uploads[0]);
        Assert.Empty(await Quarantine.ArrivedAsync(uploads[0].Key));
        Assert.Equal(1, await Quarantine.DiscardBeforeAsync(day));
        Assert.Empty(await Quarantine.ArrivedAsync(uploads[1].Key));
    }

    // An upload of many parts is one upload to whoever reads the night's log.
    [SkippableFact]
    public async Task DiscardBefore_UploadsOfSeveralParts_AreCountedOnce()
    {
        var day = new LocalDate(1960, 3, 2);
        foreach (var (upload, part) in new[] { (1, 1), (1, 2), (2, 1), (2, 2), (2, 3) })
        {
            var url = await Stores.OpenAsync(new(new(day.PlusDays(-1), new(new("r7", 1), 1), upload), part));
            using var put = await Stores.PutBlobAsync(url, SampleFiles.Pdf());
            Assert.Equal(HttpStatusCode.Created, put.StatusCode);
        }

        Assert.Equal(2, await Quarantine.DiscardBeforeAsync(day));
    }

    public override async Task DisposeAsync() => await services.DisposeAsync();

    private IQuarantine Quarantine => Stores.Quarantine;

    private async Task LeaseAsync(UploadParts upload)
    {
        var container = services.GetRequiredService<EvidenceContainers>().Quarantine;
        foreach (var part in upload.Keys)
            await container.GetBlobClient(part.ToString()).GetBlobLeaseClient().AcquireAsync(TimeSpan.FromSeconds(-1));
    }

    public void Dispose() => stores?.Dispose();
}
