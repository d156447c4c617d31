using Tedori.Programme;
using Tedori.Programme.Entries;

namespace Tedori.Workflows.Rounds;

/// <summary>One entry's result. Storage format.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Rank">Rank of its lot, or 0 where it took no part.</param>
/// <param name="Won">Whether it won; of the entries that share a lot only the first is said to.</param>
/// <param name="Exclusion">Why it has no lot of its own, or null.</param>
/// <param name="Shared">The lot that it shares with others, or null.</param>
public sealed record ResultRow(CaseId CaseId, int Rank, bool Won, Exclusion? Exclusion, LotShare? Shared = null);
