#nullable disable
using System.Net.Http.Headers;
using System.Text;
using SendGrid.Helpers.Mail;

namespace SendGrid;

public abstract class BaseClient : ISendGridClient
{
    private readonly HttpClient client;
    private readonly BaseClientOptions options;

    protected BaseClient(BaseClientOptions options)
        : this(new HttpClient(), options)
    {
    }

    protected BaseClient(HttpClient httpClient, BaseClientOptions options) =>
        (client, this.options, UrlPath, Version) = (httpClient, options, options.UrlPath, options.Version);

    public enum Method
    {
        DELETE,
        GET,
        PATCH,
        POST,
        PUT,
    }

    public string UrlPath { get; set; }

    public string Version { get; set; }

    public string MediaType { get; set; } = "application/json";

    public virtual AuthenticationHeaderValue AddAuthorization(KeyValuePair<string, string> header)
    {
        var parts = header.Value.Split(' ', 2);
        return parts.Length == 2 ? new(parts[0], parts[1]) : new(header.Value);
    }

    public virtual async Task<Response> MakeRequest(
        HttpRequestMessage request, CancellationToken cancellationToken = default)
    {
        var response = await client.SendAsync(request, cancellationToken);
        return new(response.StatusCode, response.Content, response.Headers);
    }

    public Task<Response> RequestAsync(
        Method method, string requestBody = null, string queryParams = null, string urlPath = null,
        CancellationToken cancellationToken = default)
    {
        if (queryParams is not null)
            throw new NotSupportedException("The stand-in sends mail only.");
        var host = (options.Host ?? "https://api.sendgrid.com").TrimEnd('/');
        var request = new HttpRequestMessage(
            new HttpMethod(method.ToString()), $"{host}/{Version}/{urlPath ?? UrlPath}");
        request.Headers.Authorization = options.Auth;
        request.Headers.Accept.Add(new("application/json"));
        foreach (var (name, value) in options.RequestHeaders ?? [])
            request.Headers.TryAddWithoutValidation(name, value);
        if (requestBody is not null)
            request.Content = new StringContent(requestBody, Encoding.UTF8, MediaType);
        return MakeRequest(request, cancellationToken);
    }

    public Task<Response> SendEmailAsync(SendGridMessage msg, CancellationToken cancellationToken = default) =>
        RequestAsync(Method.POST, msg.Serialize(), null, "mail/send", cancellationToken);
}
