using Tedori.Programme;
using Tedori.Programme.Entries;

namespace Tedori.Workflows.Rounds;

/// <summary>One entry's result. Storage format.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Rank">Its rank, or 0 where it took no part.</param>
/// <param name="Won">Whether it won.</param>
/// <param name="Exclusion">Why it took no part, or null.</param>
public sealed record ResultRow(CaseId CaseId, int Rank, bool Won, Exclusion? Exclusion);
