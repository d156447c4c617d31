using NodaTime;

namespace Tedori.Functions.Composition.Startup;

/// <summary>A clock that stands where the rehearsal needs it.</summary>
internal sealed class WarmUpClock(Instant now) : IClock
{
    public Instant GetCurrentInstant() => now;
}
