using Tedori.Workflows.Mail;

namespace Tedori.Testing.Office;

/// <summary>A mail server: takes each notice once however often it is handed over, and can be away.</summary>
internal sealed class FakeMail : IMail
{
    public bool Away { get; set; }

    /// <summary>Takes nothing, now or ever.</summary>
    public bool Refuses { get; set; }

    public bool DeliversAtOnce { get; set; }

    public int Calls { get; private set; }

    public List<OutgoingMail> Taken { get; } = [];

    public Task<MailReceipt> SendAsync(OutgoingMail mail, CancellationToken cancellation = default)
    {
        Calls++;
        if (Away)
            throw new IOException("The mail server does not answer.");
        if (Refuses)
            throw new MailRefusedException("The address is none.");
        if (Taken.All(t => t.NoticeId != mail.NoticeId))
            Taken.Add(mail);
        return Task.FromResult(new MailReceipt($"message-{mail.NoticeId}", DeliversAtOnce));
    }
}
