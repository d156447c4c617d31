using NodaTime;
using Tedori.Programme.Cases;

namespace Tedori.Workflows.Mail;

/// <summary>A report of the mail server, as it could be read.</summary>
/// <param name="EventId">The server's id of the report, or a digest of it where it has none.</param>
/// <param name="Fate">What became of the message.</param>
/// <param name="At">When that happened, by the server's clock.</param>
/// <param name="Notice">The notice that it names, or null.</param>
/// <param name="To">The address, or an empty text.</param>
public sealed record MailReport(string EventId, MailFate Fate, Instant At, NoticeId? Notice, string To)
{
    /// <summary>The server's id of the message, as its answer to the hand-over had it, or an empty text.</summary>
    public string MessageId { get; init; } = "";

    /// <summary>Whether it says that the message did not arrive, or that the next will not.</summary>
    public bool IsBad => Fate is MailFate.Failed or MailFate.Dropped or MailFate.Spam;
}
