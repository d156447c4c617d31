using NodaTime;
using Tedori.Programme.Cases;

namespace Tedori.Workflows.Mail;

/// <summary>The mail server's report on a message. Storage format.</summary>
/// <param name="EventId">The server's id of the report: the same id again is the same report.</param>
/// <param name="Notice">The notice that the message carried.</param>
/// <param name="Delivered">Whether it was delivered; if not, it came back or was dropped.</param>
/// <param name="At">When that happened, by the server's clock.</param>
public sealed record MailEvent(string EventId, NoticeId Notice, bool Delivered, Instant At)
{
    /// <summary>Whether its reader called it spam; null where not.</summary>
    public bool? Spam { get; init; }

    /// <summary>What became of it; null in reports of before that was kept: delivered, or it came back.</summary>
    public MailFate? Fate { get; init; }
}
