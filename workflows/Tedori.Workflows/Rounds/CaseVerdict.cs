using Tedori.Programme;

namespace Tedori.Workflows.Rounds;

/// <summary>What became of one case when something was asked of a whole round.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Refusal">Why it did not happen to this case, or null where it did, now or before.</param>
public sealed record CaseVerdict(CaseId CaseId, Refusal? Refusal);
