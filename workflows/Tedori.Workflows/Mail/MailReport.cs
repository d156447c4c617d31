using NodaTime;
using Tedori.Programme.Cases;

namespace Tedori.Workflows.Mail;

/// <summary>A report of the mail server, as it could be read.</summary>
/// <param name="EventId">The server's id of the report, or a digest of it where it has none.</param>
/// <param name="Fate">What became of the message.</param>
/// <param name="At">When that happened, by the server's clock.</param>
/// <param name="Notice">The notice that it names, or null.</param>
/// <param name="To">The address, or an empty text.</param>
public sealed record MailReport(string EventId, MailFate Fate, Instant At, NoticeId? Notice, string To);
