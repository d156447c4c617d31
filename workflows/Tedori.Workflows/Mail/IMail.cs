namespace Tedori.Workflows.Mail;

/// <summary>The mail server.</summary>
public interface IMail
{
    /// <summary>
    /// Hands a message over. Throws where the server did not take it, so that the caller tries again.
    /// </summary>
    /// <exception cref="MailRefusedException">It never will: trying again is in vain.</exception>
    Task<MailReceipt> SendAsync(OutgoingMail mail, CancellationToken cancellation = default);
}
