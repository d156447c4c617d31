#nullable disable
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables;

// What all clients of one account share: its address, and the pipeline that signs, retries and reads errors.
internal sealed class TableService
{
    // The types that JSON cannot say come beside the values.
    public const string Json = "application/json;odata=minimalmetadata";

    public static readonly string Format = $"$format={Uri.EscapeDataString(Json)}";

    private readonly HttpPipeline pipeline;
    private readonly string version;

    public TableService(Uri endpoint, HttpPipelinePolicy authentication, TableClientOptions options)
    {
        options ??= new TableClientOptions();
        Endpoint = endpoint.AbsoluteUri.TrimEnd('/');
        version = options.Version;
        var built = new HttpPipelineOptions(options) { RequestFailedDetailsParser = TableErrors.Parser };
        built.PerRetryPolicies.Add(authentication);
        pipeline = HttpPipelineBuilder.Build(built);
    }

    public string Endpoint { get; }

    // Keys in an address: a quote is doubled, everything else is escaped.
    public static string Key(string key) => Uri.EscapeDataString(key.Replace("'", "''"));

    public HttpMessage Message(RequestMethod method, string pathAndQuery)
    {
        var message = pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(new Uri($"{Endpoint}/{pathAndQuery}"));
        message.Request.Headers.Add("x-ms-version", version);
        message.Request.Headers.Add("DataServiceVersion", "3.0");
        message.Request.Headers.Add("Accept", Json);
        return message;
    }

    public HttpMessage Message(RequestMethod method, string pathAndQuery, string json)
    {
        var message = Message(method, pathAndQuery);
        message.Request.Headers.Add("Content-Type", "application/json");
        message.Request.Headers.Add("Prefer", "return-no-content");
        message.Request.Content = RequestContent.Create(Encoding.UTF8.GetBytes(json));
        return message;
    }

    // Sends and throws on any status but those expected.
    public async Task<Response> SendAsync(HttpMessage message, CancellationToken cancellation, params int[] expected)
    {
        await pipeline.SendAsync(message, cancellation).ConfigureAwait(false);
        return expected.Contains(message.Response.Status) ? message.Response : throw TableErrors.Of(message.Response);
    }
}
