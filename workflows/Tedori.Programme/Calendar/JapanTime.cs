using NodaTime;

namespace Tedori.Programme.Calendar;

/// <summary>The one place where dates of the programme meet instants. The zone has no daylight saving time.</summary>
public static class JapanTime
{
    /// <summary>Asia/Tokyo.</summary>
    public static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Tokyo"];

    /// <summary>The instant of a date and time in Japan.</summary>
    public static Instant At(LocalDate date, LocalTime time) => (date + time).InZoneStrictly(Zone).ToInstant();

    /// <summary>The first instant after a date in Japan.</summary>
    public static Instant EndOf(LocalDate date) => At(date.PlusDays(1), LocalTime.Midnight);

    /// <summary>The date in Japan at an instant.</summary>
    public static LocalDate DateOf(Instant instant) => instant.InZone(Zone).Date;

    /// <summary>The date and time in Japan at an instant.</summary>
    public static LocalDateTime LocalOf(Instant instant) => instant.InZone(Zone).LocalDateTime;
}
