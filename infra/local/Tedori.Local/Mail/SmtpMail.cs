using System.Collections.Concurrent;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Tedori.Workflows.Mail;

namespace Tedori.Local.Mail;

/// <summary>
/// Sends mails by SMTP and keeps in the outbox what left. What is there has left, so that a notice which is handed over
/// again does not leave again. Between the server's answer and the outbox nothing can be made whole, and SMTP cannot be
/// asked: what was handed over there is sent a second time once its patience has ended, with the same Message-ID.
/// </summary>
internal sealed class SmtpMail(Outbox outbox, MailRelay relay, MailSender sender) : IMail, IDisposable
{
    private const int AtOnce = 4;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private readonly SemaphoreSlim turns = new(AtOnce);
    private readonly ConcurrentDictionary<string, bool> underWay = new();

    /// <inheritdoc/>
    /// <exception cref="IOException">The connection broke after the message had begun to leave.</exception>
    public async Task<MailReceipt> SendAsync(OutgoingMail mail, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(mail);
        if (outbox.Find(mail.NoticeId) is { } left)
            return new(left.MessageId, left.Delivered);
        if (!MailAddress.IsOne(mail.To))
            throw new MailRefusedException("The recipient is no mail address.");
        if (!underWay.TryAdd(mail.NoticeId, true))
            throw new IOException("The notice is on its way already.");
        try
        {
            await turns.WaitAsync(cancellation);
            try
            {
                using var message = MessageOf(mail);
                await WithServerAsync(client => client.SendAsync(message, cancellation), cancellation);
            }
            finally
            {
                turns.Release();
            }

            return await outbox.SendAsync(mail, CancellationToken.None);
        }
        finally
        {
            underWay.TryRemove(mail.NoticeId, out _);
        }
    }

    /// <inheritdoc/>
    public Task<MailAnswer> AskAsync(AskedMail mail, CancellationToken cancellation = default) =>
        Task.FromResult<MailAnswer>(outbox.Find(mail.NoticeId) is { } left
            ? new MailAnswer.Taken(new(left.MessageId, left.Delivered))
            : new MailAnswer.Unknown());

    /// <summary>Finds out whether the server answers and takes the login.</summary>
    /// <exception cref="UsageException">It does not.</exception>
    public async Task CheckAsync(CancellationToken cancellation)
    {
        try
        {
            await WithServerAsync(client => client.NoOpAsync(cancellation), cancellation);
        }
        catch (IOException e)
        {
            throw new UsageException($"Mails cannot leave through {relay}: {e.Message} Check --smtp and the login.");
        }
    }

    public void Dispose() => turns.Dispose();

    private async Task WithServerAsync(Func<SmtpClient, Task> act, CancellationToken cancellation)
    {
        var reached = false;
        try
        {
            using var client = new SmtpClient { Timeout = (int)Longest.TotalMilliseconds };
            await client.ConnectAsync(relay.Host, relay.Port, SecurityOf(relay), cancellation);
            if (relay.User is { } user)
                await client.AuthenticateAsync(user, relay.Password ?? "", cancellation);
            reached = true;
            // No farewell: a mail that was taken must not seem lost because the connection broke after it.
            await act(client);
        }
        catch (SmtpCommandException e) when (IsOfTheMail(e))
        {
            // Its text may name the recipient.
            throw new MailRefusedException($"The mail server answered {(int)e.StatusCode}.");
        }
        catch (SmtpCommandException e)
        {
            throw new MailNotTakenException($"The mail server answered {(int)e.StatusCode}.", e);
        }
        catch (AuthenticationException e)
        {
            throw new MailNotTakenException("The mail server refuses the login.", e);
        }
        catch (Exception e) when (e is SocketException or SmtpProtocolException or SslHandshakeException or TimeoutException
            or ServiceNotConnectedException or NotSupportedException or IOException)
        {
            var reason = $"The mail server does not answer as it should ({e.GetType().Name}).";
            throw reached ? new IOException(reason, e) : new MailNotTakenException(reason, e);
        }
    }

    // Who may send, and from where, is the office's fault and not the mail's.
    private static bool IsOfTheMail(SmtpCommandException e) => (int)e.StatusCode is >= 500 and not (530 or 535)
        && e.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted;

    private static SecureSocketOptions SecurityOf(MailRelay relay) => relay switch
    {
        { Port: 465 } => SecureSocketOptions.SslOnConnect,
        { IsHere: true } => SecureSocketOptions.StartTlsWhenAvailable,
        _ => SecureSocketOptions.StartTls,
    };

    private static MimeEntity BodyOf(OutgoingMail mail)
    {
        var body = new BodyBuilder { TextBody = mail.Text, HtmlBody = mail.Html };
        foreach (var file in mail.Attachments)
            body.Attachments.Add(file.Name, file.Content, ContentType.Parse(file.ContentType));
        return body.ToMessageBody();
    }

    private MimeMessage MessageOf(OutgoingMail mail)
    {
        var message = new MimeMessage
        {
            Subject = mail.Subject,
            Date = mail.At.ToDateTimeOffset(),
            MessageId = MailAddress.MessageId(mail.NoticeId, sender.Domain),
            Body = BodyOf(mail),
        };
        message.From.Add(new MailboxAddress(sender.Name, sender.Address));
        message.To.Add(new MailboxAddress(mail.ToName, mail.To));
        if (mail.ReplyTo is { } reply)
            message.ReplyTo.Add(new MailboxAddress(sender.Name, reply));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        if (mail.MeantFor is { } meant)
            message.Headers.Add(MailDiversion.Header, meant);
        return message;
    }
}
