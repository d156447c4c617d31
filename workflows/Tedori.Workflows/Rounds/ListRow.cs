using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Entries;

namespace Tedori.Workflows.Rounds;

/// <summary>One entry of the frozen list, or one that the screening took out. Storage format.</summary>
/// <param name="Number">Number of its lot in the sealed list, or 0 where it takes no part.</param>
/// <param name="CaseId">The case.</param>
/// <param name="ReceivedAt">When it was received.</param>
/// <param name="Exclusion">Why it has no lot of its own, or null.</param>
public sealed record ListRow(int Number, CaseId CaseId, Instant ReceivedAt, Exclusion? Exclusion);
