using NodaTime;

namespace Tedori.Functions.Operator;

/// <summary>A page of the outbox, newest first.</summary>
/// <param name="Mails">The messages on this page.</param>
/// <param name="Total">How many there are in all.</param>
/// <param name="Page">Number of the page, from 1.</param>
/// <param name="Pages">How many pages there are.</param>
public sealed record OutboxModel(IReadOnlyList<MailLine> Mails, int Total, int Page, int Pages);

/// <summary>A message in the list.</summary>
public sealed record MailLine(string NoticeId, Instant At, string To, string Subject);

/// <summary>A message as it would be sent.</summary>
public sealed record MailModel(MailLine Line, string From, string? ReplyTo, string MessageId, string Text)
{
    /// <summary>What goes along, a line each.</summary>
    public IReadOnlyList<string> Attachments { get; init; } = [];
}
