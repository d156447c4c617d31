using Tedori.Workflows.Mail;

namespace Tedori.Testing.Office;

/// <summary>
/// A mail server: takes what is handed over as often as it is, as real ones do, and can fail in each way.
/// </summary>
internal sealed class FakeMail : IMail
{
    public bool Away { get; set; }

    /// <summary>Takes nothing, now or ever.</summary>
    public bool Refuses { get; set; }

    public bool DeliversAtOnce { get; set; }

    /// <summary>Takes what is handed over, and the connection breaks before its answer.</summary>
    public bool BreaksAfterwards { get; set; }

    /// <summary>The connection breaks before anything is taken, which the sender cannot tell apart.</summary>
    public bool BreaksBefore { get; set; }

    /// <summary>Whether it can be asked.</summary>
    public bool CanBeAsked { get; set; }

    public int Calls { get; private set; }

    public List<OutgoingMail> Taken { get; } = [];

    public Task<MailReceipt> SendAsync(OutgoingMail mail, CancellationToken cancellation = default)
    {
        Calls++;
        if (Away)
            throw new MailNotTakenException("The mail server does not answer.");
        if (Refuses)
            throw new MailRefusedException("The address is none.");
        if (!BreaksBefore)
            Taken.Add(mail);
        if (BreaksBefore || BreaksAfterwards)
            throw new IOException("The connection broke.");
        return Task.FromResult(ReceiptOf(mail.NoticeId));
    }

    public Task<MailAnswer> AskAsync(AskedMail mail, CancellationToken cancellation = default) =>
        Task.FromResult<MailAnswer>(!CanBeAsked
            ? new MailAnswer.Unknown()
            : Taken.Any(t => (t.NoticeId, t.To) == (mail.NoticeId, mail.To))
                ? new MailAnswer.Taken(ReceiptOf(mail.NoticeId))
                : new MailAnswer.NotTaken());

    private MailReceipt ReceiptOf(string noticeId) => new($"message-{noticeId}", DeliversAtOnce);
}
