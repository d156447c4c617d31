using NodaTime;

namespace Tedori.Engine;

/// <summary>The engine's times are Unix ticks, the SDK's are UTC of the BCL: this is the border.</summary>
internal static class Ticks
{
    public static long Of(DateTime utc) => Instant.FromDateTimeUtc(utc.ToUniversalTime()).ToUnixTimeTicks();

    public static DateTime ToUtc(long ticks) => Instant.FromUnixTimeTicks(ticks).ToDateTimeUtc();
}
