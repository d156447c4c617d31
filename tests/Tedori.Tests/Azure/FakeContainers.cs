using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Tedori.Functions.Azure.Blobs;

namespace Tedori.Tests.Azure;

/// <summary>A blob service of which only the properties of containers can be asked.</summary>
internal sealed class FakeContainers : HttpMessageHandler
{
    /// <summary>Names of the containers that have a policy.</summary>
    public HashSet<string> Protected { get; } = [];

    /// <summary>What it answers.</summary>
    public int Status { get; set; } = 200;

    public ProtectionProbe Probe() => new(new EvidenceContainers(new BlobServiceClient(
        new Uri("https://evidence.example/"),
        new BlobClientOptions { Transport = new HttpClientTransport(this), Retry = { MaxRetries = 0 } })));

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = new HttpResponseMessage((System.Net.HttpStatusCode)Status) { RequestMessage = request };
        var name = request.RequestUri!.AbsolutePath.Trim('/');
        answer.Headers.Add("x-ms-has-immutability-policy", Protected.Contains(name) ? "true" : "false");
        return Task.FromResult(answer);
    }
}
