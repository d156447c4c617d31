using System.Net;
using Tedori.Local.Azurite;
using Tedori.Testing.Azurite;

namespace Tedori.Tests.Azurite;

[Collection(AzuriteServer.Collection)]
public sealed class AzuriteServerTests(AzuriteServer server)
{
    [SkippableFact]
    public async Task Endpoints_AreLoopbackAndWantASignature()
    {
        using var client = new HttpClient();
        Assert.All([server.BlobEndpoint, server.TableEndpoint], e => Assert.Equal("127.0.0.1", e.Host));
        using var blobs = await client.GetAsync(new Uri($"{server.BlobEndpoint}?comp=list"));
        using var tables = await client.GetAsync(new Uri($"{server.TableEndpoint}/Tables"));
        Assert.Equal(HttpStatusCode.Forbidden, blobs.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, tables.StatusCode);
    }

    [SkippableFact]
    public async Task Process_WhoseInputEnds_GoesByItself()
    {
        AzuriteServer.Require();
        // So does the input of one whose starter was killed.
        await using var own = await AzuriteProcess.StartAsync();
        Assert.Equal(0, await own.StopAsync());
    }
}
