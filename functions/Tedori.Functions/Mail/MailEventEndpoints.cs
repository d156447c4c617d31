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

    /// <summary>
    /// Takes the reports of one post. Anything but a success makes the mail server post them again later.
    /// </summary>
    [Function("MailEvents")]
    public async Task<IActionResult> TakeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "mail/events")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        if (await SignedPost.BodyAsync(request, MostBytes, cancellation) is not { } body)
        {
            await UnreadBody.DrainAsync(request, time, cancellation);
            return Answer(413, $"A post has at most {MostBytes} bytes.");
        }

        if (!SignedPost.Holds(request, body.Span, key, clock.GetCurrentInstant()))
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

    private static ContentResult Answer(int status, string sentence) =>
        new() { StatusCode = status, Content = sentence + "\n", ContentType = "text/plain; charset=utf-8" };
}
