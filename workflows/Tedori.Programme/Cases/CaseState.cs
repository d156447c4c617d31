using NodaTime;
using Tedori.Programme.Entries;
using Tedori.Programme.Payments;

namespace Tedori.Programme.Cases;

/// <summary>
/// Everything that decides what may happen to a case (申請) next. Built from its events by <see cref="CaseEvolution"/>.
/// </summary>
public sealed record CaseState
{
    /// <summary>Id of the case.</summary>
    public required CaseId Id { get; init; }

    /// <summary>What the company stated at its entry.</summary>
    public required EntryForm Entry { get; init; }

    /// <summary>When the entry was received.</summary>
    public required Instant EnteredAt { get; init; }

    /// <summary>Key of the request that entered.</summary>
    public required string EntryKey { get; init; }

    /// <summary>Where the case stands.</summary>
    public required Step Step { get; init; }

    /// <summary>Since when it stands there.</summary>
    public required Instant Since { get; init; }

    /// <summary>True where it is known that another entry of the same company shares the lot; null else.</summary>
    public bool? Shared { get; init; }

    /// <summary>The moved end of the entry window that the company was told of last, exclusive; null where none was.</summary>
    public Instant? WindowMovedTo { get; init; }

    /// <summary>Since when its result waits for staff to settle who answers for the company, or null.</summary>
    public Instant? HeldSince { get; init; }

    /// <summary>How it ended, or null while it runs.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>The step in which it ended, or null while it runs.</summary>
    public Step? ClosedIn { get; init; }

    /// <summary>When a lapse was undone last, or null where none was.</summary>
    public Instant? ReinstatedAt { get; init; }

    /// <summary>Keys of the filings accepted so far, by step: of each the newest version.</summary>
    public IReadOnlyDictionary<Step, string> Filed { get; init; } = new Dictionary<Step, string>();

    /// <summary>Keys of the filings in whose place a newer version came (差し替え), in order.</summary>
    public IReadOnlyList<string> Replaced { get; init; } = [];

    /// <summary>When the newest version of a filing came in the place of another, or null where none did.</summary>
    public Instant? ReplacedAt { get; init; }

    /// <summary>The review that somebody has begun: what it is about cannot be replaced any more. Null before.</summary>
    public Step? UnderReview { get; init; }

    /// <summary>
    /// From when the items count that a later version of the project registration added, by number, Asia/Tokyo; the others
    /// count from the first version.
    /// </summary>
    public IReadOnlyDictionary<int, LocalDate> ItemsAddedOn { get; init; } = new Dictionary<int, LocalDate>();

    /// <summary>Dates that staff granted in place of the edition's, by step.</summary>
    public IReadOnlyDictionary<Step, LocalDate> Extensions { get; init; } = new Dictionary<Step, LocalDate>();

    /// <summary>When staff last moved the deadline of a step, or of the correction asked for in it.</summary>
    public IReadOnlyDictionary<Step, Instant> ExtendedAt { get; init; } = new Dictionary<Step, Instant>();

    /// <summary>Reminder rungs that have been dealt with.</summary>
    public IReadOnlyList<string> Reminded { get; init; } = [];

    /// <summary>The open correction, or null.</summary>
    public Correction? Correction { get; init; }

    /// <summary>How many corrections were asked for.</summary>
    public int Corrections { get; init; }

    /// <summary>Keys of the answers to corrections.</summary>
    public IReadOnlyList<string> Answered { get; init; } = [];

    /// <summary>Keys of the filings whose envelopes wait for their postmark to be read.</summary>
    public IReadOnlyList<string> Envelopes { get; init; } = [];

    /// <summary>What refused filings are known by of which the company was told.</summary>
    public IReadOnlyList<string> Refused { get; init; } = [];

    /// <summary>Keys of the files that came by mail and were taken for a review.</summary>
    public IReadOnlyList<string> MailFiles { get; init; } = [];

    /// <summary>What the company has still to state, because its filing on paper left it open.</summary>
    public IReadOnlyList<FilingGap> Gaps { get; init; } = [];

    /// <summary>
    /// On which date a step was filed, Asia/Tokyo: when it was received, or its postmark. Of versions the newest counts, of
    /// the project registration the first.
    /// </summary>
    public IReadOnlyDictionary<Step, LocalDate> FiledOn { get; init; } = new Dictionary<Step, LocalDate>();

    /// <summary>Expert visits that took place, by number.</summary>
    public IReadOnlyDictionary<int, LocalDate> Visits { get; init; } = new Dictionary<int, LocalDate>();

    /// <summary>What was registered, or null before.</summary>
    public Project? Project { get; init; }

    /// <summary>What was claimed, or null before.</summary>
    public Claim? Claim { get; init; }

    /// <summary>The change of contact that waits for its confirmations, or null.</summary>
    public ContactChange? ContactChange { get; init; }

    /// <summary>How many changes of contact with another e-mail address were asked for.</summary>
    public int ContactChanges { get; init; }

    /// <summary>Number of the change of contact that was completed last; 0 where none was.</summary>
    public int ContactChanged { get; init; }

    /// <summary>The amount granted in yen, or null.</summary>
    public long? GrantYen { get; init; }

    /// <summary>
    /// What happened to the money since the grant; null before anything did. <see cref="CasePayments"/> reads it.
    /// </summary>
    public PaymentState? Money { get; init; }

    /// <summary>When the payment was released outside the lists, or null.</summary>
    public Instant? PaymentReleasedAt { get; init; }

    /// <summary>Keys of the requests that sent a notice again.</summary>
    public IReadOnlyList<string> Repeated { get; init; } = [];

    /// <summary>Whether the case has its outcome.</summary>
    public bool IsClosed => Step == Step.Closed;
}
