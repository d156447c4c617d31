using NodaTime;
using Tedori.Programme;

namespace Tedori.Workflows.Cases;

/// <summary>Where a case stands after it was told the time. Storage format, also shown as custom status.</summary>
/// <param name="Step">Its step.</param>
/// <param name="NextWake">When to look again although nobody asks, or null.</param>
/// <param name="Outcome">How it ended, or null while it runs.</param>
public sealed record Advanced(Step Step, Instant? NextWake, Outcome? Outcome);
