using System.Globalization;
using NodaTime;

namespace Tedori.Programme.Calendar;

/// <summary>Dates as the office writes them: 令和7年5月19日(月).</summary>
public static class JapaneseDate
{
    private const string Weekdays = "月火水木金土日";
    private static readonly LocalDate ReiwaBegins = new(2019, 5, 1);

    /// <summary>The weekday as one character, 月 to 日.</summary>
    public static char Weekday(LocalDate date) => Weekdays[(int)date.DayOfWeek - 1];

    /// <summary>令和7年5月19日(月); the Western year before 令和.</summary>
    public static string Full(LocalDate date) =>
        string.Create(CultureInfo.InvariantCulture, $"{Year(date)}年{date.Month}月{date.Day}日({Weekday(date)})");

    /// <summary>5月19日(月).</summary>
    public static string MonthDay(LocalDate date) =>
        string.Create(CultureInfo.InvariantCulture, $"{date.Month}月{date.Day}日({Weekday(date)})");

    /// <summary>令和7年5月19日(月) 17:00, in Japan.</summary>
    public static string Full(Instant instant)
    {
        var local = JapanTime.LocalOf(instant);
        return string.Create(CultureInfo.InvariantCulture, $"{Full(local.Date)} {local.Hour:00}:{local.Minute:00}");
    }

    private static string Year(LocalDate date)
    {
        if (date < ReiwaBegins)
            return date.Year.ToString(CultureInfo.InvariantCulture);
        var year = date.Year - 2018;
        return year == 1 ? "令和元" : string.Create(CultureInfo.InvariantCulture, $"令和{year}");
    }
}
