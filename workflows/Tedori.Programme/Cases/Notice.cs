using NodaTime;

namespace Tedori.Programme.Cases;

/// <summary>A notice (通知) as composed when its cause happened; rendered as mail when it leaves.</summary>
/// <param name="Id">Id of notice, outbox row and durable instance: case, kind and number of the causing event.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Cause">Number of the event of the case that caused it, from 1.</param>
/// <param name="To">Address of the recipient.</param>
/// <param name="ToName">Name of the recipient.</param>
/// <param name="Subject">Subject line.</param>
/// <param name="Next">The first sentence: what the company has to do next and until when, or that there is nothing to do.</param>
/// <param name="Paragraphs">The text, a paragraph each.</param>
/// <param name="CausedAt">When the cause happened.</param>
/// <param name="Confirms">What the link of the mail confirms, or null where it opens the case.</param>
/// <param name="NotBefore">When it leaves at the earliest, or null where it leaves at once.</param>
/// <param name="Language">
/// Code of the language in which the company applied, and once it has left of the one that it chose last: the mail begins
/// with a few words in it; null in Japanese.
/// </param>
/// <param name="Due">By when and how the next step is done, a row each; null in notices from before there was a table.</param>
/// <param name="Facts">What is told, a row each: number, amount, reasons, documents; null in notices from before.</param>
/// <param name="Addressee">
/// To whom the letter of a decision is addressed, a line each: address, company, representative. Null for other notices, and in
/// those from before letters went with mails.
/// </param>
/// <param name="HandOver">
/// In the outbox: the hand-over of which nobody knows yet whether the mail server took it, or null. Never in the ledger.
/// </param>
public sealed record Notice(
    NoticeId Id,
    NoticeKind Kind,
    int Cause,
    string To,
    string ToName,
    string Subject,
    string Next,
    IReadOnlyList<string> Paragraphs,
    Instant CausedAt,
    ContactConfirmation? Confirms = null,
    Instant? NotBefore = null,
    string? Language = null,
    IReadOnlyList<NoticeFact>? Due = null,
    IReadOnlyList<NoticeFact>? Facts = null,
    IReadOnlyList<string>? Addressee = null,
    HandOver? HandOver = null);
