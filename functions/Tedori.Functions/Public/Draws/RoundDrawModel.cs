using NodaTime;
using Tedori.Programme.Editions;
using Tedori.Programme.Entries;
using Tedori.Programme.Lottery;
using Tedori.Programme.Lottery.Proofs;
using Tedori.Programme.Serialization;

namespace Tedori.Functions.Public.Draws;

/// <summary>What the public page of a round shows: numbers and leaves, nothing about a company.</summary>
/// <param name="Edition">The programme.</param>
/// <param name="Round">The round.</param>
/// <param name="State">How far it is.</param>
/// <param name="File">What is published of its draw, or null before its list is frozen.</param>
/// <param name="Places">Its places.</param>
/// <param name="Now">The time at which it was rendered.</param>
public sealed record RoundDrawModel(
    Edition Edition, Round Round, RoundState State, DrawFile? File, PublicPlaces Places, Instant Now)
{
    /// <summary>Most ranks that stand in the page itself; all are in the file.</summary>
    public const int MostRanks = 200;

    /// <summary>Most entries whose file stands in the page itself, so that a saved page can be checked.</summary>
    public const int MostEmbedded = 300;

    /// <summary>How many were drawn; null before the result is published.</summary>
    public int? Won => State.Phase == RoundPhase.Published ? State.Won : null;

    /// <summary>When it takes entries.</summary>
    public EntryWindow Window => EntryWindow.Of(Edition, Round);

    /// <summary>When results leave at the latest.</summary>
    public Instant ReleaseAtLatest => RoundSchedule.ReleaseAtLatest(Edition, Round);

    /// <summary>
    /// The file as text that may stand inside a script element, or null where there is none or it is too long.
    /// </summary>
    public string? Embedded => File is { } file && file.Leaves.Count <= MostEmbedded ? TedoriJson.Write(file) : null;
}
