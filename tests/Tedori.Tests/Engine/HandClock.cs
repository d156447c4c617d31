namespace Tedori.Tests.Engine;

/// <summary>A monotonic clock that a test turns by hand.</summary>
public sealed class HandClock : TimeProvider
{
    private long ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref ticks);

    public void Turn(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);
}
