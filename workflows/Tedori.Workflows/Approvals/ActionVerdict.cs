using NodaTime;
using Tedori.Programme;

namespace Tedori.Workflows.Approvals;

/// <summary>What became of one action of an approved proposal. Storage format.</summary>
/// <param name="Number">Number of the action within its proposal, from 1.</param>
/// <param name="At">When it was done or refused.</param>
/// <param name="Refusal">Why it had no effect, or null where it was done.</param>
/// <param name="Text">What was done, for example how many cases a round's extension reached.</param>
public sealed record ActionVerdict(int Number, Instant At, Refusal? Refusal, string Text);
