namespace Tedori.Workflows.Mail;

/// <summary>
/// The mail server surely did not take a message now; later it may: it was not reached, or it said so. Names no recipient.
/// </summary>
/// <param name="reason">Why, in English, for the log.</param>
/// <param name="inner">What happened below, or null.</param>
public sealed class MailNotTakenException(string reason, Exception? inner = null) : IOException(reason, inner);
