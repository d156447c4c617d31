using NodaTime;

namespace Tedori.Workflows.Canary;

/// <summary>One canary: a deadline of no case, which shows whether durable timers fire. Storage format.</summary>
/// <param name="Due">When it had to fire.</param>
/// <param name="PlantedAt">When it was planted.</param>
/// <param name="FiredAt">When it fired, or null where it has not.</param>
/// <param name="Missed">Whether it was found not to have fired in time.</param>
public sealed record CanaryRow(Instant Due, Instant PlantedAt, Instant? FiredAt, bool Missed)
{
    /// <summary>How late it may fire. A timer of the Durable Task back end may take minutes under load.</summary>
    public static readonly Duration Grace = Duration.FromMinutes(10);

    /// <summary>Whether it had not fired although its grace was over at this instant (inclusive).</summary>
    public bool IsOverdue(Instant now) => FiredAt is null && Due + Grace <= now;
}
