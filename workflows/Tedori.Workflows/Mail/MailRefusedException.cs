namespace Tedori.Workflows.Mail;

/// <summary>The mail server will never take this message: trying again is in vain. Names no recipient.</summary>
/// <param name="reason">Why, in English, for the log.</param>
public sealed class MailRefusedException(string reason) : InvalidOperationException(reason);
