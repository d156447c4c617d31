using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NodaTime;
using Tedori.Functions.Http;
using Tedori.Functions.Mail;
using Tedori.Workflows.Inbound;

namespace Tedori.Functions.Inbound;

/// <summary>Where the mail server hands on the mails that come in. Authorised by its signature.</summary>
public sealed class InboundEndpoints(
    InboundKey key, InboundService service, IClock clock, TimeProvider time, ILogger<InboundEndpoints> logger)
{
    /// <summary>Most bytes of one post: a mail of the greatest size, and the form around it.</summary>
    public const int MostBytes = InboundPost.MostBytes + (2 * 1024 * 1024);

    /// <summary>
    /// Takes the mail of one post: after a success it is kept. Anything else makes the mail server post it again later.
    /// </summary>
    [Function("MailInbound")]
    public async Task<IActionResult> TakeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "mail/inbound")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        var receivedAt = clock.GetCurrentInstant();
        if (await SignedPost.BodyAsync(request, MostBytes, cancellation) is not { } body)
        {
            await UnreadBody.DrainAsync(request, time, cancellation);
            return Answer(413, $"A post has at most {MostBytes} bytes.");
        }

        if (!SignedPost.Holds(request, body.Span, key.Key, receivedAt))
            return Answer(403, "The post is not signed with the key of this app, or too old.");
        try
        {
            var form = await InboundForm.ReadAsync(request.ContentType, body, cancellation);
            if (form.Email is not { } email)
                return Answer(400, "The form has no field 'email': switch on that the full MIME message is posted.");
            var mail = await service.ReceiveAsync(
                new(email, receivedAt) { From = form.From, To = form.To, Proof = form.Proof, SignedBy = form.SignedBy }, cancellation);
            logger.LogInformation("Mail {Mail} of kind {Kind} was received.", mail.Id, mail.Kind);
            return new StatusCodeResult(204);
        }
        catch (FormatException)
        {
            logger.LogWarning("A signed post of the mail server is no form with a mail; it is asked for again.");
            return Answer(400, "The body is not the form of an inbound mail.");
        }
    }

    private static ContentResult Answer(int status, string sentence) =>
        new() { StatusCode = status, Content = sentence + "\n", ContentType = "text/plain; charset=utf-8" };
}
