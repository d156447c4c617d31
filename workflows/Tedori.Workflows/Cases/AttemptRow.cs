using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Calendar;

namespace Tedori.Workflows.Cases;

/// <summary>A filing that was refused. Kept as evidence of what was received when, and why it was not taken.</summary>
/// <param name="At">When it was decided about.</param>
/// <param name="Step">The step it was meant for.</param>
/// <param name="Receipt">How and when it was received.</param>
/// <param name="Key">Key of the request.</param>
/// <param name="Refusal">Why it was not taken.</param>
public sealed record AttemptRow(Instant At, Step Step, Receipt Receipt, string Key, Refusal Refusal);
