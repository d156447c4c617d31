using Microsoft.Extensions.Logging;
using Tedori.Functions.Settings;
using Tedori.Workflows.Mail;

namespace Tedori.Functions.Development;

/// <summary>
/// Writes mails to a folder, where a developer opens them and their links: a page and a text of each notice. Nothing
/// leaves the machine, and a notice that is sent again replaces itself.
/// </summary>
internal sealed class FolderMail(string folder, MailSettings settings, ILogger<FolderMail> logger) : IMail
{
    /// <inheritdoc/>
    public async Task<MailReceipt> SendAsync(OutgoingMail mail, CancellationToken cancellation = default)
    {
        var path = Path.Combine(Directory.CreateDirectory(folder).FullName, mail.NoticeId);
        var head = $"""
            From: {settings.SenderName} <{settings.Sender}>
            To: {mail.ToName} <{mail.To}>
            Reply-To: {mail.ReplyTo ?? settings.Sender}
            Date: {mail.At}
            Subject: {mail.Subject}{(mail.MeantFor is { } meant ? $"\n{MailDiversion.Header}: {meant}" : "")}


            """;
        await File.WriteAllTextAsync(path + ".html", mail.Html, cancellation);
        await File.WriteAllTextAsync(path + ".txt", head + mail.Text, cancellation);
        logger.LogInformation("A mail was written to {Path}.", path + ".html");
        return new(mail.NoticeId, Delivered: true);
    }

    /// <inheritdoc/>
    public Task<MailAnswer> AskAsync(AskedMail mail, CancellationToken cancellation = default) =>
        Task.FromResult<MailAnswer>(File.Exists(Path.Combine(folder, mail.NoticeId + ".txt"))
            ? new MailAnswer.Taken(new(mail.NoticeId, Delivered: true))
            : new MailAnswer.NotTaken());
}
