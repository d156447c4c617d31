using NodaTime;

namespace Tedori.Engine;

/// <summary>The engine's time: a clock that also tells when somebody moved it.</summary>
public interface ITimeline : IClock
{
    /// <summary>Raised, on the mover's thread, after the clock was set to a later instant.</summary>
    event Action? Moved;

    /// <summary>
    /// How long the host waits until the instant has come: zero when it has, <see cref="Timeout.InfiniteTimeSpan"/>
    /// when time stands still until it is advanced.
    /// </summary>
    TimeSpan WaitUntil(Instant instant);
}
