using NodaTime;
using NodaTime.Text;

namespace Tedori.Testing.Cases;

/// <summary>Dates and times of Japan in tests, as text.</summary>
internal static class Tokyo
{
    public static readonly Duration Millisecond = Duration.FromMilliseconds(1);

    /// <summary>An instant by the clock of Japan, for example 2025-06-12T16:59:59.999.</summary>
    public static Instant At(string local) =>
        LocalDateTimePattern.ExtendedIso.Parse(local).GetValueOrThrow()
            .WithOffset(Offset.FromHours(9)).ToInstant();

    public static Instant At(LocalDate date, string time) => At($"{LocalDatePattern.Iso.Format(date)}T{time}");

    public static LocalDate Day(string iso) => LocalDatePattern.Iso.Parse(iso).GetValueOrThrow();
}
