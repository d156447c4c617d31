#nullable disable
namespace SendGrid;

public class SendGridClient : BaseClient
{
    public SendGridClient(
        HttpClient httpClient, string apiKey, string host = null, Dictionary<string, string> requestHeaders = null,
        string version = null, string urlPath = null, bool httpErrorAsException = false)
        : base(httpClient, Options(apiKey, host, requestHeaders, version, urlPath))
    {
        if (httpErrorAsException)
            throw new NotSupportedException("The stand-in answers with the status, as the client does by default.");
    }

    public SendGridClient(
        string apiKey, string host = null, Dictionary<string, string> requestHeaders = null, string version = null,
        string urlPath = null)
        : base(Options(apiKey, host, requestHeaders, version, urlPath))
    {
    }

    private static BaseClientOptions Options(
        string apiKey, string host, Dictionary<string, string> requestHeaders, string version, string urlPath) =>
        string.IsNullOrWhiteSpace(apiKey) ? throw new ArgumentNullException(nameof(apiKey)) : new()
        {
            Auth = new("Bearer", apiKey),
            Host = host,
            RequestHeaders = requestHeaders ?? [],
            Version = version ?? "v3",
            UrlPath = urlPath,
        };
}
