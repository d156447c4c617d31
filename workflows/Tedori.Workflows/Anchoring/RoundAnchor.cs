using Tedori.Programme;

namespace Tedori.Workflows.Anchoring;

/// <summary>A round as an anchor saw it. Storage format.</summary>
/// <param name="Round">The round.</param>
/// <param name="Cases">How many numbers it had given, those that were left out with them.</param>
/// <param name="Digest">Chained over the heads of all its cases, in order of serial.</param>
/// <param name="List">Digest of its sealed list, or null while it is open.</param>
/// <param name="Seed">The value that decided its draw, or null before.</param>
/// <param name="Chain">Head of the chain over its entries, as the sealing recomputed it, or null before.</param>
public sealed record RoundAnchor(
    RoundId Round, int Cases, string Digest, string? List, string? Seed, string? Chain = null);
