using NodaTime;

namespace Tedori.Workflows.Sweeping;

/// <summary>The last sweep that ended. Storage format.</summary>
/// <param name="At">When it ended.</param>
/// <param name="Report">What it met.</param>
public sealed record SweepRun(Instant At, SweepReport Report);
