using NodaTime;
using NodaTime.Text;

namespace Tedori.Tests.Calendar;

/// <summary>Dates and instants in tests, as text.</summary>
internal static class Days
{
    public static LocalDate Of(string iso) => LocalDatePattern.Iso.Parse(iso).GetValueOrThrow();

    /// <summary>An instant written with the time in Japan, for example 2025-06-12T16:59:59.999.</summary>
    public static Instant Japan(string local) =>
        LocalDateTimePattern.ExtendedIso.Parse(local).GetValueOrThrow().Minus(Period.FromHours(9)).InUtc().ToInstant();
}
