namespace Tedori.Workflows.Mail;

/// <summary>The mail server.</summary>
public interface IMail
{
    /// <summary>
    /// Hands a message over. Where it throws anything but the two below, nobody knows whether the server took it, and it
    /// must not be handed over again before that is found out or the patience has ended.
    /// </summary>
    /// <exception cref="MailRefusedException">It never will: trying again is in vain.</exception>
    /// <exception cref="MailNotTakenException">It surely did not take it now; later it may.</exception>
    Task<MailReceipt> SendAsync(OutgoingMail mail, CancellationToken cancellation = default);

    /// <summary>Asks what became of a hand-over that was not answered. Never throws but where it is cancelled.</summary>
    /// <param name="mail">The notice that was handed over, and to whom.</param>
    /// <param name="cancellation">Ends the wait.</param>
    Task<MailAnswer> AskAsync(AskedMail mail, CancellationToken cancellation = default) =>
        Task.FromResult<MailAnswer>(new MailAnswer.Unknown());
}
