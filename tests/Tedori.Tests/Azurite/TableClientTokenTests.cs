using System.Net;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace Tedori.Tests.Azurite;

/// <summary>The managed identity, which Azurite does not know: seen at the transport.</summary>
public sealed class TableClientTokenTests
{
    [Fact]
    public async Task Request_WithATokenCredential_BearsTheTokenOfStorage()
    {
        using var recorder = new Recorder();
        using var http = new HttpClient(recorder);
        var options = new TableClientOptions { Transport = new HttpClientTransport(http) };
        var credential = new FixedToken();
        var service = new TableServiceClient(new Uri("https://account.table.core.windows.net"), credential, options);

        var entity = await service.GetTableClient("cases").GetEntityAsync<TableEntity>("it's", "令和");

        Assert.Equal("x", entity.Value.GetString("Body"));
        Assert.Equal("Bearer the-token", recorder.Authorization);
        Assert.Equal(["https://storage.azure.com/.default"], credential.Scopes);
        Assert.StartsWith(
            "/cases(PartitionKey='it''s',RowKey='%E4%BB%A4%E5%92%8C')",
            recorder.Target!.Replace("%27", "'", StringComparison.Ordinal),
            StringComparison.Ordinal);
    }

    private sealed class FixedToken : TokenCredential
    {
        public string[] Scopes { get; private set; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes = requestContext.Scopes;
            return new AccessToken("the-token", DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(
            TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }

    private sealed class Recorder : HttpMessageHandler
    {
        public string? Authorization { get; private set; }

        public string? Target { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Authorization = request.Headers.Authorization?.ToString();
            Target = request.RequestUri!.PathAndQuery;
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent(
                    """{"odata.etag":"W/\"1\"","PartitionKey":"it's","RowKey":"令和","Body":"x"}""",
                    Encoding.UTF8,
                    "application/json"),
            });
        }
    }
}
