using System.Diagnostics;
using NodaTime;

namespace Tedori.Local.Engine;

/// <summary>
/// A timeline that runs on from an instant in real time. It follows the monotonic clock, so a correction of the host's
/// clock neither fires a deadline early nor fires it twice.
/// </summary>
public sealed class RunningTimeline(Instant start) : ITimeline
{
    private readonly Lock gate = new();
    private readonly long startedAt = Stopwatch.GetTimestamp();
    private Duration jumped = Duration.Zero;

    /// <inheritdoc/>
    public event Action? Moved;

    /// <inheritdoc/>
    public bool IsVirtual => false;

    /// <summary>A timeline that begins at the host's present time.</summary>
    public static RunningTimeline FromSystemClock() => new(SystemClock.Instance.GetCurrentInstant());

    /// <inheritdoc/>
    public Instant GetCurrentInstant()
    {
        lock (gate) return Read();
    }

    /// <summary>Moves the time forward; from there it runs on.</summary>
    /// <exception cref="ArgumentException">The instant lies in the past of this timeline.</exception>
    public void JumpTo(Instant instant)
    {
        lock (gate)
        {
            var now = Read();
            if (instant < now)
                throw new ArgumentException($"Time is {now}; it cannot go back to {instant}.", nameof(instant));
            jumped += instant - now;
        }
        Moved?.Invoke();
    }

    private Instant Read() => start + jumped + Duration.FromTimeSpan(Stopwatch.GetElapsedTime(startedAt));
}
