using NodaTime;

namespace Tedori.Workflows.Mail;

/// <summary>A message ready to leave.</summary>
/// <param name="NoticeId">Id of the notice; a mail server that has seen it sends nothing again.</param>
/// <param name="To">Address of the recipient.</param>
/// <param name="ToName">Name of the recipient.</param>
/// <param name="Subject">Subject line.</param>
/// <param name="Text">Plain text body.</param>
/// <param name="Html">HTML body.</param>
/// <param name="At">When it was handed over.</param>
public sealed record OutgoingMail(
    string NoticeId, string To, string ToName, string Subject, string Text, string Html, Instant At)
{
    /// <summary>Address that answers go to: the office's; null where the programme names none.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>Address that it was meant for, where it is diverted to another; else null.</summary>
    public string? MeantFor { get; init; }

    /// <summary>Files that go along.</summary>
    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];
}
