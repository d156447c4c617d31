namespace Tedori.Workflows.Mail;

/// <summary>The mail server's answer to a message that it took.</summary>
/// <param name="MessageId">The server's id of the message.</param>
/// <param name="Delivered">Whether the server already knows that it was delivered; most report it later.</param>
public sealed record MailReceipt(string MessageId, bool Delivered);
