using NodaTime;
using Tedori.Programme.Entries;

namespace Tedori.Programme.Lottery;

/// <summary>What is known of a round (回) while it runs.</summary>
public sealed record RoundState
{
    /// <summary>Id of the round.</summary>
    public required RoundId Id { get; init; }

    /// <summary>How far it is.</summary>
    public required RoundPhase Phase { get; init; }

    /// <summary>When its list was frozen.</summary>
    public Instant? SealedAt { get; init; }

    /// <summary>Entries received in the window.</summary>
    public int Entries { get; init; }

    /// <summary>Entries that have no lot of their own, by reason.</summary>
    public IReadOnlyDictionary<Exclusion, int> Excluded { get; init; } = new Dictionary<Exclusion, int>();

    /// <summary>Root of the tree over the sealed list, 64 hexadecimal digits; published before the draw.</summary>
    public string? Digest { get; init; }

    /// <summary>
    /// Digest of the last position of the chain over all entries, as the sealing recomputed it; null in rounds that were
    /// sealed before it did.
    /// </summary>
    public string? Chain { get; init; }

    /// <summary>Which draw of the round is announced or done: 1, or more after it was drawn again.</summary>
    public int Draw { get; init; } = 1;

    /// <summary>When the value that decides this draw was announced.</summary>
    public Instant? AnnouncedAt { get; init; }

    /// <summary>Which value decides this draw.</summary>
    public BeaconPledge? Pledge { get; init; }

    /// <summary>Why it is drawn again, and by whose decision; null for the first draw.</summary>
    public RedrawDecision? Redraw { get; init; }

    /// <summary>When the value that decides the draw comes to exist.</summary>
    public Instant? BeaconDue { get; init; }

    /// <summary>When it was drawn.</summary>
    public Instant? DrawnAt { get; init; }

    /// <summary>The beacon's value, in hexadecimal digits.</summary>
    public string? Seed { get; init; }

    /// <summary>Planned places.</summary>
    public int Places { get; init; }

    /// <summary>Places carried in from earlier rounds.</summary>
    public int CarriedIn { get; init; }

    /// <summary>How many won.</summary>
    public int Won { get; init; }

    /// <summary>Who released the result, and who confirmed; the programme itself on the last day.</summary>
    public string? ReleasedBy { get; init; }

    /// <summary>When the result was released.</summary>
    public Instant? ReleasedAt { get; init; }

    /// <summary>When every case had its result.</summary>
    public Instant? PublishedAt { get; init; }
}
