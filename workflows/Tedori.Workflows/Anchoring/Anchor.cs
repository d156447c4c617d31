using NodaTime;

namespace Tedori.Workflows.Anchoring;

/// <summary>
/// The anchor of a day: one value that all hash chains lead to. Published, or only mailed to somebody else, it fixes
/// every record that there was. Storage format.
/// </summary>
/// <param name="Day">The day in Japan.</param>
/// <param name="At">When it was taken.</param>
/// <param name="Before">The day of the anchor before, or null for the first.</param>
/// <param name="Rounds">The rounds, oldest edition first.</param>
/// <param name="Log">The audit log of the days since the anchor before.</param>
public sealed record Anchor(
    LocalDate Day, Instant At, LocalDate? Before, IReadOnlyList<RoundAnchor> Rounds, LogAnchor Log);
