using System.Net;
using Azure.Storage.Sas;
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
        UploadKey[] keys = [.. Enumerable.Range(1, 3).Select(n => new UploadKey(day.PlusDays(-1), new(new("r7", 1), 1), n))];
        foreach (var key in keys)
        {
            var url = Stores.Absolute(await Quarantine.OpenAsync(key, Stores.Now + Duration.FromMinutes(10)));
            await Stores.UploadAsync(url, SampleFiles.Pdf(), blockSize: 1000);
            await LeaseAsync(url);
        }

        await Quarantine.WriteAsync(keys[0], new MemoryStream(SampleFiles.Pdf("別の内容")));
        Assert.Equal(SampleFiles.Pdf("別の内容").Length, (await Quarantine.InspectAsync(keys[0]))!.Sample.Size);
        await Quarantine.DiscardAsync(keys[1]);
        await Quarantine.DiscardBeforeAsync(day);

        foreach (var key in keys)
            Assert.Null(await Quarantine.InspectAsync(key));
    }

    // Why the URL of an upload may write, and not only create: an upload in blocks, which can go on after a broken
    // connection, needs it. The day on which this fails, it may only create.
    [SkippableFact]
    public async Task Url_ThatMayOnlyCreate_TakesAWholeFileOnceAndNoBlocks()
    {
        var blob = services.GetRequiredService<EvidenceContainers>().Quarantine
            .GetBlobClient($"create/{Guid.NewGuid():n}");
        var url = await services.GetRequiredService<IBlobSigner>().SignAsync(
            new(blob), BlobSasPermissions.Create, Stores.Now + Duration.FromMinutes(10), default);

        using var block = await Stores.PutBlockAsync(url, 0, SampleFiles.Pdf());
        using var list = await Stores.PutListAsync(url, 1);
        using var whole = await Stores.PutBlobAsync(url, SampleFiles.Pdf());
        using var again = await Stores.PutBlobAsync(url, SampleFiles.Pdf("別の内容"));
        using var lease = await LeasedAsync(url);

        Assert.Equal(
            (HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Created, HttpStatusCode.Forbidden),
            (block.StatusCode, list.StatusCode, whole.StatusCode, lease.StatusCode));
        Assert.False(again.IsSuccessStatusCode, $"{again.StatusCode}");
    }

    public override async Task DisposeAsync() => await services.DisposeAsync();

    private IQuarantine Quarantine => Stores.Quarantine;

    private static async Task LeaseAsync(Uri url)
    {
        using var answer = await LeasedAsync(url);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<HttpResponseMessage> LeasedAsync(Uri url)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(url.AbsoluteUri + "&comp=lease"));
        request.Headers.Add("x-ms-version", "2023-01-03");
        request.Headers.Add("x-ms-lease-action", "acquire");
        request.Headers.Add("x-ms-lease-duration", "-1");
        return await http.SendAsync(request);
    }

    public void Dispose() => stores?.Dispose();
}
