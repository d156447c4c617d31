using System.Net;
using Azure;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Tedori.Functions.Azure.Blobs;
using Tedori.Functions.Composition;
using Tedori.Programme;
using Tedori.Testing.Azurite;
using Tedori.Workflows.Evidence;

namespace Tedori.Tests.Evidence;

/// <summary>What a browser and the check at the start see of blobs.</summary>
[Collection(AzuriteServer.Collection)]
public sealed class EmulatorTests(AzuriteServer azurite)
{
    private static readonly Uri Site = new("http://127.0.0.1:7071");

    [SkippableFact]
    public async Task Preflight_OfThePage_MayPutAndNoOtherSiteMay()
    {
        await using var services = await PreparedAsync();
        var key = new UploadKey(new LocalDate(2025, 6, 10), CaseId.Parse("r7-01-00001"), 1);
        var url = await services.GetRequiredService<IQuarantine>()
            .OpenAsync(new(key, 1), SystemClock.Instance.GetCurrentInstant() + Duration.FromMinutes(10));
        using var http = new HttpClient();
        using var own = await http.SendAsync(Preflight(url, Site));
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        Assert.Equal("http://127.0.0.1:7071", Assert.Single(own.Headers.GetValues("Access-Control-Allow-Origin")));
        using var other = await http.SendAsync(Preflight(url, new Uri("http://evil.example")));
        Assert.Equal(HttpStatusCode.Forbidden, other.StatusCode);
    }

    [SkippableFact]
    public async Task Probe_ContainersWithoutAPolicy_AreSaidToBeUnprotected()
    {
        await using var services = await PreparedAsync();
        var found = await services.GetRequiredService<ProtectionProbe>().ReadAsync();
        Assert.Equal(["evidence", "sealed"], found.Select(f => f.Container));
        Assert.All(found, f => Assert.False(f.Protected));
    }

    [SkippableFact]
    public async Task Stores_WithoutTheirContainers_FailInsteadOfFindingNothing()
    {
        var elsewhere = azurite.ConnectionString.Replace(
            azurite.BlobEndpoint.AbsolutePath + ";", "/absent;", StringComparison.Ordinal);
        await using var services = new ServiceCollection()
            .AddLogging().AddSingleton<IClock>(SystemClock.Instance).AddAzureEvidence(elsewhere).BuildServiceProvider();
        var store = services.GetRequiredService<IEvidenceStore>();
        await Assert.ThrowsAsync<RequestFailedException>(
            () => store.OpenAsync(CaseId.Parse("r7-01-00001"), new string('0', 64)));
    }

    private async Task<ServiceProvider> PreparedAsync()
    {
        var services = new ServiceCollection()
            .AddLogging().AddSingleton<IClock>(SystemClock.Instance).AddAzureEvidence(azurite.ConnectionString)
            .BuildServiceProvider();
        await services.GetRequiredService<EvidenceContainers>().PrepareEmulatorAsync(Site);
        return services;
    }

    private static HttpRequestMessage Preflight(Uri url, Uri origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Options, url);
        request.Headers.Add("Origin", origin.GetLeftPart(UriPartial.Authority));
        request.Headers.Add("Access-Control-Request-Method", "PUT");
        request.Headers.Add("Access-Control-Request-Headers", "x-ms-blob-type,x-ms-version");
        return request;
    }
}
