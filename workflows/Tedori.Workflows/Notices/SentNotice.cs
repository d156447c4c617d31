using NodaTime;
using Tedori.Programme.Notices;

namespace Tedori.Workflows.Notices;

/// <summary>The ledger row of a notice that left. Storage format.</summary>
/// <param name="Notice">The notice as composed.</param>
/// <param name="MessageId">The mail server's id.</param>
/// <param name="SentAt">When it left.</param>
/// <param name="State">How far it is.</param>
/// <param name="StateAt">Since when.</param>
public sealed record SentNotice(Notice Notice, string MessageId, Instant SentAt, NoticeState State, Instant StateAt);
