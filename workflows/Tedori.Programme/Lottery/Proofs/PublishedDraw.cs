using NodaTime;

namespace Tedori.Programme.Lottery.Proofs;

/// <summary>A draw as it is published: first what was announced, then also what came of it.</summary>
/// <param name="Number">From 1; more than 1 where the round was drawn again.</param>
/// <param name="Algorithm">Name of the algorithm, <see cref="Draw.Algorithm"/>.</param>
/// <param name="AnnouncedAt">When it was announced which value decides.</param>
/// <param name="Beacon">Which value decides.</param>
/// <param name="Places">Places that are drawn for.</param>
/// <param name="Reason">Why the round was drawn again, or null for the first draw.</param>
/// <param name="DrawnAt">When it was drawn, or null while the value does not exist.</param>
/// <param name="Value">The value, or null before.</param>
/// <param name="Ranking">All entries by rank, or null before.</param>
/// <param name="Thrown">
/// What fell before witnesses, from its commitment on; null where no throw decides and in draws from before throws were
/// bound to a public value.
/// </param>
public sealed record PublishedDraw(
    int Number, string Algorithm, Instant AnnouncedAt, BeaconPledge Beacon, int Places, string? Reason = null,
    Instant? DrawnAt = null, PublishedValue? Value = null, IReadOnlyList<RankedLine>? Ranking = null,
    PublishedThrow? Thrown = null);
