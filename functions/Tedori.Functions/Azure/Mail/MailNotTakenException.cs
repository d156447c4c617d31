namespace Tedori.Functions.Azure.Mail;

/// <summary>The mail server did not take a message now; later it may.</summary>
public sealed class MailNotTakenException(string reason, Exception? inner = null) : IOException(reason, inner);
