using NodaTime;
using Tedori.Programme;
using Tedori.Workflows.Rounds;

namespace Tedori.Workflows.Approvals;

/// <summary>What became of one part of an action that reaches many cases. Storage format.</summary>
/// <param name="Number">Number of the action within its proposal, from 1.</param>
/// <param name="Part">Number of the part, from 1.</param>
/// <param name="At">When it was done or refused.</param>
/// <param name="Cases">What became of each case that the action concerns.</param>
/// <param name="Refusal">Why the part had no effect at all, or null.</param>
/// <param name="More">Whether it ended although there may be more to do, in another part.</param>
public sealed record PartVerdict(
    int Number, int Part, Instant At, IReadOnlyList<CaseVerdict> Cases, Refusal? Refusal = null, bool More = false);
