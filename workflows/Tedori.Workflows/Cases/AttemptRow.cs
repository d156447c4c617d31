using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Cases;

/// <summary>A filing that was refused. Kept as evidence of what was received when, and why it was not taken.</summary>
/// <param name="At">When it was decided about.</param>
/// <param name="Step">The step it was meant for.</param>
/// <param name="Receipt">How and when it was received.</param>
/// <param name="Key">Key of the request.</param>
/// <param name="Refusal">Why it was not taken.</param>
/// <param name="Sequence">How many were refused before it in the same instant; null where none was.</param>
public sealed record AttemptRow(
    Instant At, Step Step, Receipt Receipt, string Key, Refusal Refusal, int? Sequence = null) : IWrittenAt;
