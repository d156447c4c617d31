using NodaTime;

namespace Tedori.Programme.Calendar;

/// <summary>
/// When a request arrived. A filing counts from when its first byte was there, so that a slow line costs nobody a
/// deadline; but what is still being written long after the end may be written with what became known meanwhile, so
/// a body that ends after the drain counts from its end.
/// </summary>
/// <param name="Began">When the head was there.</param>
/// <param name="Ended">When the last byte of the body was there; not before the head.</param>
public readonly record struct Arrival(Instant Began, Instant Ended)
{
    /// <summary>The time of receipt by which lateness is decided.</summary>
    /// <param name="end">The end of the window or the deadline, exclusive.</param>
    /// <param name="drain">How long after it the body of what began in time may still come; its end is exclusive.</param>
    public Instant Against(Instant end, Duration drain) => Ended < end + drain ? Began : Ended;
}
