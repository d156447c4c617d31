using NodaTime;

namespace Tedori.Engine;

/// <summary>A timeline that stands still until it is advanced. Safe for use by many threads.</summary>
public sealed class VirtualTimeline(Instant start) : ITimeline
{
    private readonly Lock gate = new();
    private Instant now = start;

    /// <inheritdoc/>
    public event Action? Moved;

    /// <inheritdoc/>
    public Instant GetCurrentInstant()
    {
        lock (gate) return now;
    }

    /// <inheritdoc/>
    public TimeSpan WaitUntil(Instant instant) =>
        instant <= GetCurrentInstant() ? TimeSpan.Zero : Timeout.InfiniteTimeSpan;

    /// <summary>Sets the time. The present instant itself is allowed; an earlier one is not.</summary>
    /// <exception cref="ArgumentException">The instant lies in the past of this timeline.</exception>
    public void AdvanceTo(Instant instant)
    {
        lock (gate)
        {
            if (instant < now)
                throw new ArgumentException($"Time is {now}; it cannot go back to {instant}.", nameof(instant));
            now = instant;
        }
        Moved?.Invoke();
    }
}
