using NodaTime;

namespace Tedori.Engine;

/// <summary>
/// A timeline that runs on from an instant, as fast as real time or a multiple of it. It follows a monotonic clock, so
/// a correction of the host's clock neither fires a deadline early nor fires it twice.
/// </summary>
public sealed class RunningTimeline : ITimeline
{
    private readonly Lock gate = new();
    private readonly TimeProvider clock;
    private readonly Instant start;
    private readonly long startedAt;
    private Duration jumped = Duration.Zero;

    /// <summary>A timeline that runs on from an instant.</summary>
    /// <param name="start">The instant at which it begins.</param>
    /// <param name="speed">How many seconds pass on it in a second of the clock; at least 1.</param>
    /// <param name="clock">What it follows: the host's monotonic clock when null.</param>
    /// <exception cref="ArgumentOutOfRangeException">The speed is less than 1.</exception>
    public RunningTimeline(Instant start, int speed = 1, TimeProvider? clock = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(speed, 1);
        this.start = start;
        this.clock = clock ?? TimeProvider.System;
        Speed = speed;
        startedAt = this.clock.GetTimestamp();
    }

    /// <inheritdoc/>
    public event Action? Moved;

    /// <summary>How many seconds pass on this timeline in a real second.</summary>
    public int Speed { get; }

    /// <summary>A timeline that begins at the host's present time.</summary>
    public static RunningTimeline FromSystemClock() => new(SystemClock.Instance.GetCurrentInstant());

    /// <inheritdoc/>
    public Instant GetCurrentInstant()
    {
        lock (gate) return Read();
    }

    /// <inheritdoc/>
    public TimeSpan WaitUntil(Instant instant)
    {
        var rest = instant - GetCurrentInstant();
        if (rest <= Duration.Zero) return TimeSpan.Zero;
        // Rounded up: who waits this long finds the instant come.
        var ticks = Math.Ceiling(rest.TotalTicks / Speed);
        return ticks >= TimeSpan.MaxValue.Ticks ? TimeSpan.MaxValue : TimeSpan.FromTicks((long)ticks);
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

    /// <summary>Moves the time forward to the instant, unless it has come meanwhile; from there it runs on.</summary>
    public void MoveOnTo(Instant instant)
    {
        lock (gate) jumped += Duration.Max(instant - Read(), Duration.Zero);
        Moved?.Invoke();
    }

    private Instant Read() => start + jumped + (Duration.FromTimeSpan(clock.GetElapsedTime(startedAt)) * Speed);
}
