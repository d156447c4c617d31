using Tedori.Programme.Cases;

namespace Tedori.Programme.Lottery;

/// <summary>An entry's place in the ranking.</summary>
/// <param name="Rank">From 1.</param>
/// <param name="Number">Its number in the sealed list.</param>
/// <param name="CaseId">Its case.</param>
/// <param name="Won">Whether the rank is within the places.</param>
/// <param name="Key">What it was ranked by.</param>
public sealed record RankedEntry(int Rank, int Number, CaseId CaseId, bool Won, Hash256 Key);
