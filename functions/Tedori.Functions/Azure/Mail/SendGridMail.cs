using System.Globalization;
using Polly;
using SendGrid;
using SendGrid.Helpers.Mail;
using Tedori.Functions.Mail;
using Tedori.Programme.Cases;
using Tedori.Workflows.Mail;
using MailSettings = Tedori.Functions.Settings.MailSettings;

namespace Tedori.Functions.Azure.Mail;

/// <summary>
/// Mails through SendGrid, which reports delivery later. SendGrid knows no repetition: what may have been taken is handed
/// over again only when neither its Email Activity nor a report has named it, with the same Message-ID.
/// </summary>
internal sealed class SendGridMail(
    ISendGridClient client, MailSettings settings, ResiliencePipeline<Response> pipeline) : IMail
{
    private static readonly TimeSpan LongestQuestion = TimeSpan.FromSeconds(15);
    private readonly SendGridActivity? activity = settings.Activity ? new(client, LongestQuestion) : null;

    /// <inheritdoc/>
    /// <exception cref="IOException">It left and was not answered.</exception>
    public async Task<MailReceipt> SendAsync(OutgoingMail mail, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(mail);
        var message = MessageOf(mail);
        try
        {
            var response = await pipeline.ExecuteAsync(
                async token => await client.SendEmailAsync(message, token), cancellation);
            return ReceiptOf(response);
        }
        catch (Exception e) when (MailPipeline.NeverLeft(e))
        {
            throw new MailNotTakenException($"SendGrid is not reached ({e.GetType().Name}).", e);
        }
        catch (Exception e) when (e is HttpRequestException or ExecutionRejectedException)
        {
            throw new IOException($"SendGrid does not answer ({e.GetType().Name}).", e);
        }
    }

    /// <inheritdoc/>
    public Task<MailAnswer> AskAsync(AskedMail mail, CancellationToken cancellation = default) =>
        activity?.AskAsync(mail, cancellation) ?? Task.FromResult<MailAnswer>(new MailAnswer.Unknown());

    private static MailReceipt ReceiptOf(Response response)
    {
        var status = (int)response.StatusCode;
        return status switch
        {
            202 => new(IdOf(response), Delivered: false),
            // Wrong in the message itself. A key that is refused (401, 403) is the office's fault and not the notice's.
            400 or 413 or 415 or 422 => throw new MailRefusedException(Sentence(status)),
            _ => throw new MailNotTakenException(Sentence(status)),
        };
    }

    // The body names the recipient, so it stays out of messages and logs.
    private static string Sentence(int status) =>
        string.Create(CultureInfo.InvariantCulture, $"SendGrid answered {status}.");

    private static string IdOf(Response response) =>
        response.Headers.TryGetValues("X-Message-Id", out var ids) ? ids.First() : "";

    private SendGridMessage MessageOf(OutgoingMail mail)
    {
        var message = new SendGridMessage
        {
            From = new EmailAddress(settings.Sender, settings.SenderName),
            Subject = mail.Subject,
            PlainTextContent = mail.Text,
            HtmlContent = mail.Html,
        };
        if (mail.ReplyTo is { } office)
            message.ReplyTo = new EmailAddress(office, settings.SenderName);
        message.AddTo(new EmailAddress(mail.To, mail.ToName));
        foreach (var file in mail.Attachments)
            message.AddAttachment(file.Name, Convert.ToBase64String(file.Content), file.ContentType);
        message.AddGlobalHeader(
            "Message-ID", $"<{mail.NoticeId}@{settings.Sender[(settings.Sender.IndexOf('@') + 1)..]}>");
        message.AddGlobalHeader("Auto-Submitted", "auto-generated");
        message.AddGlobalCustomArg(MailEventReader.NoticeArgument, mail.NoticeId);
        // What goes to the office itself is of no case.
        if (NoticeId.TryParse(mail.NoticeId, out var notice))
            message.AddGlobalCustomArg(MailEventReader.CaseArgument, notice.CaseId.ToString());
        if (mail.MeantFor is { } meant)
            message.AddGlobalHeader(MailDiversion.Header, meant);
        // A signed link must arrive as it is, and who opens what is nobody's business.
        message.SetClickTracking(false, false);
        message.SetOpenTracking(false);
        return message;
    }
}
