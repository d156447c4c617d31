using NodaTime;

namespace Tedori.Local.Mail;

/// <summary>A message as the outbox keeps it: what would have left the machine.</summary>
/// <param name="NoticeId">Id of the notice that it carries.</param>
/// <param name="MessageId">Its Message-ID, without the angle brackets.</param>
/// <param name="From">Sender's address.</param>
/// <param name="FromName">Sender's name.</param>
/// <param name="To">Recipient's address.</param>
/// <param name="ToName">Recipient's name.</param>
/// <param name="Subject">Subject line.</param>
/// <param name="Text">Plain text body.</param>
/// <param name="Html">HTML body.</param>
/// <param name="At">When it was handed over.</param>
/// <param name="Delivered">Whether its delivery was reported at once.</param>
public sealed record SentMail(
    string NoticeId,
    string MessageId,
    string From,
    string FromName,
    string To,
    string ToName,
    string Subject,
    string Text,
    string Html,
    Instant At,
    bool Delivered)
{
    /// <summary>Address that answers go to, or null where it is the sender's.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>The files that go along, a line each: name, blank, SHA-256. The files themselves are made again from the notice.</summary>
    public IReadOnlyList<string> Attachments { get; init; } = [];
}
