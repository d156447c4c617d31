using System.Text.Json;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;
using Tedori.Programme.Serialization;

namespace Tedori.Tests.Serialization;

/// <summary>Times are written as the library's ready-made converters write them, although those are not used.</summary>
public sealed class TedoriJsonTimeTests
{
    private static readonly JsonSerializerOptions ReadyMade = new()
    {
        Converters =
        {
            NodaConverters.InstantConverter, NodaConverters.LocalDateConverter, NodaConverters.LocalTimeConverter,
        },
    };

    [Fact]
    public void Times_OfAnySize_AreWrittenAsTheLibraryWritesThem()
    {
        var random = new Random(20260211);
        foreach (var instant in Enumerable.Range(0, 2_000).Select(_ => Some(random)).Concat([Instant.MinValue, Instant.MaxValue]))
        {
            var (date, time) = instant.InUtc().LocalDateTime;
            AssertSame(instant);
            AssertSame(date);
            AssertSame(time);
        }
    }

    [Fact]
    public void Date_OfAnotherCalendar_IsRefused()
    {
        var date = new LocalDate(2026, 2, 11).WithCalendar(CalendarSystem.Julian);
        Assert.Contains("ISO", Assert.Throws<ArgumentException>(() => TedoriJson.Write(date)).Message, StringComparison.Ordinal);
    }

    // To the second, the millisecond, the tick or the nanosecond.
    private static Instant Some(Random random)
    {
        var whole = Instant.FromUnixTimeSeconds(random.NextInt64(-60_000_000_000, 250_000_000_000));
        var unit = random.Next(4) switch { 0 => 1_000_000_000L, 1 => 1_000_000L, 2 => 100L, _ => 1L };
        return whole + Duration.FromNanoseconds(random.NextInt64(1_000_000_000) / unit * unit);
    }

    private static void AssertSame<T>(T value)
    {
        var text = TedoriJson.Write(value);
        Assert.Equal(JsonSerializer.Serialize(value, ReadyMade), text);
        Assert.Equal(value, TedoriJson.Read<T>(text));
    }
}
