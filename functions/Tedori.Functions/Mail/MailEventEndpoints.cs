using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NodaTime;
using Tedori.Functions.Http;
using Tedori.Workflows.Mail;
using Tedori.Workflows.Notices;

namespace Tedori.Functions.Mail;

/// <summary>Where the mail server reports what became of the mails. Authorised by its signature.</summary>
public sealed class MailEventEndpoints(
    MailEventsKey key, MailReportService service, IClock clock, TimeProvider time, ILogger<MailEventEndpoints> logger)
{
    /// <summary>Most bytes of one post; the mail server sends at most three quarters of it.</summary>
    public const int MostBytes = 1024 * 1024;

    /// <summary>The header of the signature.</summary>
    public const string SignatureHeader = "X-Twilio-Email-Event-Webhook-Signature";

    /// <summary>The header of the timestamp, in seconds since 1970, that is signed along with the body.</summary>
    public const string TimestampHeader = "X-Twilio-Email-Event-Webhook-Timestamp";

    private static readonly Duration ReplayWindow = Duration.FromMinutes(10);

    /// <summary>
    /// Takes the reports of one post. Anything but a success makes the mail server post them again later.
    /// </summary>
    [Function("MailEvents")]
    public async Task<IActionResult> TakeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "mail/events")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        if (await BodyAsync(request, cancellation) is not { } body)
        {
            await UnreadBody.DrainAsync(request, time, cancellation);
            return Answer(413, $"A post has at most {MostBytes} bytes.");
        }

        if (!IsSigned(request, body.Span))
            return Answer(403, "The post is not signed with the key of this app, or too old.");
        try
        {
            var (reports, unreadable) = MailEventReader.Read(body);
            foreach (var text in unreadable)
                await service.KeepAsync(text, cancellation);
            var later = await TakeAsync(reports, cancellation);
            return later
                ? Answer(503, "Some notices are not on the record yet: post again.")
                : new StatusCodeResult(204);
        }
        catch (JsonException)
        {
            logger.LogWarning("A signed post of the mail server is no array of events; it is asked for again.");
            return Answer(400, "The body is not an array of mail events.");
        }
    }

    private async Task<bool> TakeAsync(IReadOnlyList<MailReport> reports, CancellationToken cancellation)
    {
        var later = false;
        foreach (var report in reports)
        {
            var outcome = await service.TakeAsync(report, cancellation);
            later |= outcome == MailEventOutcome.TryLater;
            if (outcome == MailEventOutcome.Unknown)
                logger.LogWarning("The mail server reports on {Notice}, which was not sent from here.", report.Notice);
        }

        return later;
    }

    private bool IsSigned(HttpRequest request, ReadOnlySpan<byte> body)
    {
        var timestamp = request.Headers[TimestampHeader].ToString();
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || seconds > 100_000_000_000)
            return false;
        var age = clock.GetCurrentInstant() - Instant.FromUnixTimeSeconds(seconds);
        return age <= ReplayWindow && -age <= ReplayWindow
            && key.Verifies(request.Headers[SignatureHeader].ToString(), timestamp, body);
    }

    // Null where it is too long: no more than the limit is ever held.
    private static async Task<ReadOnlyMemory<byte>?> BodyAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentLength > MostBytes)
            return null;
        // The server's own limit would end the connection before the answer is read.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = UnreadBody.Most;
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        try
        {
            for (int read; (read = await request.Body.ReadAsync(buffer, cancellation)) > 0;)
            {
                if (body.Length + read > MostBytes)
                    return null;
                body.Write(buffer, 0, read);
            }
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            // The server's own limit, of a body whose length nobody announced.
            return null;
        }

        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    private static ContentResult Answer(int status, string sentence) =>
        new() { StatusCode = status, Content = sentence + "\n", ContentType = "text/plain; charset=utf-8" };
}
