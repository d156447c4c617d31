using NodaTime;

namespace Tedori.Functions.Warmth;

/// <summary>A clock that stands where the rehearsal needs it.</summary>
internal sealed class PretendClock(Instant now) : IClock
{
    public Instant GetCurrentInstant() => now;
}
