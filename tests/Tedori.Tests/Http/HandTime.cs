namespace Tedori.Tests.Http;

/// <summary>Real time that passes by hand.</summary>
internal sealed class HandTime : TimeProvider
{
    private TimeSpan passed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Pass(double seconds) => passed += TimeSpan.FromSeconds(seconds);

    public override long GetTimestamp() => passed.Ticks;
}
