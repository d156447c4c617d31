using NodaTime;
using Tedori.Programme.Entries;

namespace Tedori.Programme.Lottery.Proofs;

/// <summary>The frozen list as it was published.</summary>
/// <param name="At">When it was frozen and published.</param>
/// <param name="Received">Entries received in the window.</param>
/// <param name="Excluded">Entries that take no part, by reason.</param>
/// <param name="Count">Entries that take part.</param>
/// <param name="Tree">Name of the tree, <see cref="MerkleTree.Algorithm"/>.</param>
/// <param name="Root">Root over all leaves.</param>
/// <param name="Planned">Planned places.</param>
/// <param name="CarriedIn">Places carried in from earlier rounds.</param>
/// <param name="Chain">
/// Digest of the last position of the chain over all entries received, which every company of the round can compare with
/// its own receipt; null in lists from before it was recomputed at the sealing.
/// </param>
public sealed record PublishedSealing(
    Instant At, int Received, IReadOnlyDictionary<Exclusion, int> Excluded, int Count, string Tree, Hash256 Root,
    int Planned, int CarriedIn, string? Chain = null);
