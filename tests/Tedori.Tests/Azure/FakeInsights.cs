using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Tedori.Tests.Azure;

/// <summary>A server on the loopback address that takes telemetry as Application Insights does.</summary>
internal sealed class FakeInsights : IAsyncDisposable
{
    private readonly ConcurrentQueue<JsonNode> items = [];
    private readonly WebApplication app;

    private FakeInsights()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapPost("/v2.1/track", TakeAsync);
    }

    public Uri Address => new(app.Urls.First());

    public string ConnectionString =>
        $"InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint={Address}";

    public IEnumerable<JsonNode> Metrics => Of("MetricData").Select(data => data["metrics"]![0]!);

    public IEnumerable<JsonNode> Lines => Of("MessageData").Concat(Of("ExceptionData"));

    public static async Task<FakeInsights> StartAsync()
    {
        var server = new FakeInsights();
        await server.app.StartAsync();
        return server;
    }

    /// <summary>The text of a line; empty where it is an exception.</summary>
    public static string Text(JsonNode line) => (string?)line["message"] ?? "";

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private IEnumerable<JsonNode> Of(string type) =>
        items.Where(item => (string)item["data"]!["baseType"]! == type).Select(item => item["data"]!["baseData"]!);

    // One JSON object a line, usually compressed.
    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        await using var body = request.Headers.ContentEncoding == "gzip"
            ? new GZipStream(request.Body, CompressionMode.Decompress)
            : request.Body;
        using var text = new StreamReader(body);
        var lines = (await text.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        foreach (var line in lines)
            items.Enqueue(JsonNode.Parse(line)!);
        return Results.Json(
            new { itemsReceived = lines.Length, itemsAccepted = lines.Length, errors = Array.Empty<string>() });
    }
}
