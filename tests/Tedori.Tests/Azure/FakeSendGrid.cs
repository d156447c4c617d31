using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Testing;
using Tedori.Local.Mail;
using Tedori.Testing.Data;
using Tedori.Workflows.Mail;

namespace Tedori.Tests.Azure;

/// <summary>
/// A server that speaks <c>POST /v3/mail/send</c> on the loopback address, puts what it takes into the outbox of one
/// machine, and answers on demand as the real one does on a bad day.
/// </summary>
internal sealed class FakeSendGrid : IAsyncDisposable
{
    public const string Key = "SG.test";
    private readonly TemporaryFolder folder = new();
    private readonly WebApplication app;

    private readonly IMail? provider;
    private readonly IClock clock;

    private FakeSendGrid(IMail? provider, IClock? clock)
    {
        this.provider = provider;
        this.clock = clock ?? new FakeClock(Instant.FromUtc(2025, 5, 19, 0, 0));
        Outbox = new(folder["outbox.db"], deliversAtOnce: static _ => false);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapPost("/v3/mail/send", SendAsync);
        app.MapGet("/v3/messages", Activity);
    }

    /// <summary>An answer that is none: what was sent is taken, and the connection breaks.</summary>
    public const int Broken = 0;

    public Outbox Outbox { get; }

    /// <summary>What the questions about its activity were.</summary>
    public ConcurrentQueue<string> Questions { get; } = [];

    public Uri Address => new(app.Urls.First());

    /// <summary>What it answers next, in order; 202 when there is nothing left.</summary>
    public ConcurrentQueue<int> Answers { get; } = [];

    public ConcurrentQueue<JsonNode> Requests { get; } = [];

    /// <param name="provider">Who takes the mails instead of the outbox, and fails as it likes.</param>
    /// <param name="clock">The clock of the mails; stands still where null.</param>
    public static async Task<FakeSendGrid> StartAsync(IMail? provider = null, IClock? clock = null)
    {
        var server = new FakeSendGrid(provider, clock);
        await server.app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await Outbox.DisposeAsync();
        folder.Dispose();
    }

    private async Task<IResult> SendAsync(HttpRequest request)
    {
        var body = (await JsonSerializer.DeserializeAsync<JsonNode>(request.Body))!;
        Requests.Enqueue(body);
        if (Answers.TryDequeue(out var status) && status == Broken)
        {
            await KeepAsync(body);
            request.HttpContext.Abort();
            return Results.Empty;
        }

        if (status is not (0 or 202))
        {
            if (status == 429)
                request.HttpContext.Response.Headers.RetryAfter = "0";
            return Results.Json(
                new { errors = new[] { new { message = "hanako@example.jp is bad" } } }, statusCode: status);
        }

        if (request.Headers.Authorization != $"Bearer {Key}")
            return Results.StatusCode(401);
        try
        {
            request.HttpContext.Response.Headers["X-Message-Id"] = (await KeepAsync(body)).MessageId;
            return Results.StatusCode(202);
        }
        catch (MailNotTakenException)
        {
            return Results.StatusCode(503);
        }
        catch (IOException)
        {
            request.HttpContext.Abort();
            return Results.Empty;
        }
    }

    // By our argument, as the real one understands it.
    private IResult Activity(string query)
    {
        Questions.Enqueue(query);
        var mail = query.StartsWith("(unique_args['notice']=\"", StringComparison.Ordinal) && query.EndsWith("\")", StringComparison.Ordinal)
            ? Outbox.Find(query[24..^2])
            : null;
        object[] messages = mail is null
            ? []
            : [new { msg_id = mail.MessageId.Replace('.', '-') + ".recvd-1-0", to_email = mail.To, status = "processed" }];
        return Results.Json(new { messages });
    }

    private async Task<MailReceipt> KeepAsync(JsonNode body)
    {
        var to = body["personalizations"]![0]!["to"]![0]!;
        string Content(string type) =>
            body["content"]!.AsArray().Single(c => (string?)c!["type"] == type)!["value"]!.GetValue<string>();
        return await (provider ?? Outbox).SendAsync(new(
            (string?)body["custom_args"]?["notice"] ?? "no-notice", (string)to["email"]!, (string)to["name"]!,
            (string)body["subject"]!,
            Content("text/plain"), Content("text/html"), clock.GetCurrentInstant()));
    }
}
