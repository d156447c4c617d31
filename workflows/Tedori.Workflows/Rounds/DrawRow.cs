using NodaTime;
using Tedori.Programme.Lottery;
using Tedori.Programme.Lottery.Proofs;

namespace Tedori.Workflows.Rounds;

/// <summary>
/// A draw that was done. Its row is inserted with the round's step, so no draw is done twice. Storage format.
/// </summary>
/// <param name="Number">From 1.</param>
/// <param name="Algorithm">Name of the algorithm.</param>
/// <param name="Root">Root of the sealed list.</param>
/// <param name="AnnouncedAt">When it was announced which value decides.</param>
/// <param name="Beacon">Which value decides.</param>
/// <param name="Places">Places that were drawn for.</param>
/// <param name="Won">How many won.</param>
/// <param name="DrawnAt">When it was drawn.</param>
/// <param name="Value">The value with its proof.</param>
/// <param name="Redraw">Why the round was drawn again, or null for the first draw.</param>
/// <param name="Thrown">What fell before witnesses, where a throw decided that is bound to a public value; else null.</param>
public sealed record DrawRow(
    int Number, string Algorithm, string Root, Instant AnnouncedAt, BeaconPledge Beacon, int Places, int Won,
    Instant DrawnAt,
    PublishedValue Value, RedrawDecision? Redraw, PublishedThrow? Thrown = null);
