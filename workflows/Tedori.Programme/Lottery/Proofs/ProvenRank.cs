namespace Tedori.Programme.Lottery.Proofs;

/// <summary>The rank of one entry in a draw.</summary>
/// <param name="Draw">Number of the draw.</param>
/// <param name="Randomness">The seed.</param>
/// <param name="Rank">The rank, from 1.</param>
/// <param name="Key">What the entry was ranked by.</param>
/// <param name="Places">Places that were drawn for.</param>
/// <param name="Won">Whether it got one.</param>
public sealed record ProvenRank(int Draw, Hash256 Randomness, int Rank, Hash256 Key, int Places, bool Won);
