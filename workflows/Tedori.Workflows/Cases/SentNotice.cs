using NodaTime;
using Tedori.Programme.Cases;

namespace Tedori.Workflows.Cases;

/// <summary>The ledger row of a notice that left. Storage format.</summary>
/// <param name="Notice">The notice as composed.</param>
/// <param name="MessageId">The mail server's id.</param>
/// <param name="SentAt">When it left.</param>
/// <param name="State">How far it is.</param>
/// <param name="StateAt">Since when.</param>
/// <param name="Link">The link that it carried, or null where it carried none, or left before that was kept.</param>
/// <param name="Letter">
/// SHA-256 of the letter that went along as PDF, 64 lower-case hexadecimal digits; null where none did.
/// </param>
/// <param name="WentTo">Address that it really went to, where all mails were diverted to one; else null.</param>
public sealed record SentNotice(
    Notice Notice, string MessageId, Instant SentAt, NoticeState State, Instant StateAt, SentLink? Link = null,
    string? Letter = null, string? WentTo = null);
