using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Tedori.Testing.Azurite;

/// <summary>A network and a service that fail: it stands before Azurite and does to requests what it is told.</summary>
internal sealed partial class FaultProxy : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient client = new();
    private readonly Queue<Fault> faults = new();
    private readonly Lock gate = new();
    private readonly Uri service;
    private readonly string requests;
    private int seen;

    private FaultProxy(Uri service, string requests)
    {
        (this.service, this.requests) = (service, requests);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.Run(HandleAsync);
    }

    /// <summary>How far the clock of the service seems to be off.</summary>
    public TimeSpan Skew { get; init; }

    /// <summary>Runs after a request was carried out and before its fault, once.</summary>
    public Func<Task>? Meanwhile { get; set; }

    /// <summary>The requests that faults apply to, which have come so far.</summary>
    public int Seen => seen;

    /// <summary>Starts one before a service, whose faults apply to requests with this in their path.</summary>
    public static async Task<FaultProxy> StartAsync(Uri service, string requests, TimeSpan skew = default)
    {
        var proxy = new FaultProxy(service, requests) { Skew = skew };
        await proxy.app.StartAsync();
        return proxy;
    }

    /// <summary>The connection string that leads through here.</summary>
    public string Through(string connectionString)
    {
        var own = new Uri(app.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>()
            .Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return connectionString.Replace(
            service.GetLeftPart(UriPartial.Authority), own.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal);
    }

    /// <summary>What happens to the next requests, one after the other.</summary>
    public void Next(params Fault[] next)
    {
        lock (gate)
        {
            foreach (var fault in next)
                faults.Enqueue(fault);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        client.Dispose();
    }

    private async Task HandleAsync(HttpContext context)
    {
        var fault = Take(context.Request.Path);
        if (fault is Fault.Busy or Fault.TooMany)
        {
            context.Response.StatusCode = fault == Fault.Busy ? 503 : 429;
            context.Response.Headers.RetryAfter = "1";
            await context.Response.WriteAsync(
                """{"odata.error":{"code":"ServerBusy","message":{"lang":"en-US","value":"The server is busy."}}}""");
            return;
        }

        if (fault == Fault.CutBefore)
        {
            context.Abort();
            return;
        }

        using var answer = await ForwardAsync(context.Request);
        await InterruptAsync(fault);
        if (fault == Fault.CutAfter)
            context.Abort();
        else if (fault == Fault.ErrorAfter)
            context.Response.StatusCode = 500;
        else
            await AnswerAsync(context.Response, answer);
    }

    private Fault Take(PathString path)
    {
        if (!path.Value!.Contains(requests, StringComparison.Ordinal))
            return Fault.None;
        Interlocked.Increment(ref seen);
        lock (gate)
            return faults.TryDequeue(out var fault) ? fault : Fault.None;
    }

    private async Task InterruptAsync(Fault fault)
    {
        if (fault != Fault.None && Meanwhile is { } once)
        {
            Meanwhile = null;
            await once();
        }
    }

    private async Task<HttpResponseMessage> ForwardAsync(HttpRequest request)
    {
        var target = request.HttpContext.Features.Get<IHttpRequestFeature>()!.RawTarget;
        using var message = new HttpRequestMessage(
            new(request.Method), service.GetLeftPart(UriPartial.Authority) + target);
        var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        if (body.Length > 0)
            message.Content = new ByteArrayContent(body.ToArray());
        foreach (var (name, value) in request.Headers.Where(h => h.Key is not ("Host" or "Content-Length")))
        {
            if (!message.Headers.TryAddWithoutValidation(name, value.ToArray()))
                message.Content?.Headers.TryAddWithoutValidation(name, value.ToArray());
        }

        return await client.SendAsync(message);
    }

    private async Task AnswerAsync(HttpResponse response, HttpResponseMessage answer)
    {
        response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(h => IsPassedOn(h.Key)))
            response.Headers[name] = values.ToArray();
        response.Headers.Date = (DateTimeOffset.UtcNow + Skew).ToString("r", CultureInfo.InvariantCulture);
        var body = await answer.Content.ReadAsStringAsync();
        await response.WriteAsync(Skew == default ? body : Timestamp().Replace(body, Skewed));
    }

    private static bool IsPassedOn(string header) =>
        header is not ("Transfer-Encoding" or "Content-Length" or "Connection");

    private string Skewed(Match match) => match.Groups[1].Value
        + (DateTimeOffset.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture) + Skew)
            .UtcDateTime.ToString("o", CultureInfo.InvariantCulture);

    [GeneratedRegex("""("Timestamp":")([^"]+)""")]
    private static partial Regex Timestamp();
}
