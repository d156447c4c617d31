using System.Globalization;
using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;
using Tedori.Programme.Grants;

namespace Tedori.Functions.Languages;

/// <summary>Dates, times and amounts as the language of the reader writes them.</summary>
public static class Written
{
    private const string Weekdays = "月火水木金土日";

    // Easy Japanese names the Western year too, by which people from abroad count.
    private const string Era = "令和";

    /// <summary>令和7年5月19日(月), 19 May 2025 (Mon).</summary>
    public static string Day(LocalDate date) => Language.Current switch
    {
        var l when l == Language.English => date.ToString("d MMMM uuuu '('ddd')'", CultureInfo.InvariantCulture),
        var l when l == Language.Easy && JapaneseDate.Full(date) is var full && full.StartsWith(Era, StringComparison.Ordinal) =>
            full.Insert(full.IndexOf('年', StringComparison.Ordinal) + 1, $"({date.Year}年)"),
        _ => JapaneseDate.Full(date),
    };

    /// <summary>A day without its year: 5月19日(月), 19 May (Mon).</summary>
    public static string MonthDay(LocalDate date) => MonthDay(date, JapaneseDate.Weekday(date));

    /// <summary>What says after a time of day where it holds; empty in Japanese.</summary>
    public static string Zone => Language.Current == Language.English ? " JST" : "";

    /// <summary>An instant with its minutes.</summary>
    public static string Minute(Instant at) =>
        $"{Day(JapanTime.DateOf(at))} {JapanTime.LocalOf(at).ToString("HH:mm", CultureInfo.InvariantCulture)}{Zone}";

    /// <summary>An instant with its seconds, as receipts are compared.</summary>
    public static string Second(Instant at) =>
        $"{Day(JapanTime.DateOf(at))} {JapanTime.LocalOf(at).ToString("HH:mm:ss", CultureInfo.InvariantCulture)}{Zone}";

    /// <summary>A day without its year, whose weekday is known by its Japanese name alone.</summary>
    internal static string MonthDay(LocalDate date, char weekday)
    {
        if (Language.Current != Language.English)
            return string.Create(CultureInfo.InvariantCulture, $"{date.Month}月{date.Day}日({weekday})");
        var name = CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedDayNames[
            (Weekdays.IndexOf(weekday, StringComparison.Ordinal) + 1) % 7];
        return $"{date.ToString("d MMMM", CultureInfo.InvariantCulture)} ({name})";
    }

    /// <summary>1,044.</summary>
    public static string Count(int count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>500,000円, ¥500,000.</summary>
    public static string Yen(long yen) => Language.Current == Language.English
        ? string.Create(CultureInfo.InvariantCulture, $"¥{yen:#,0}")
        : GrantCalculation.Yen(yen);

    /// <summary>A fiscal year: 令和7年度, FY2025.</summary>
    public static string Year(Edition edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return Language.Current switch
        {
            var l when l == Language.English => $"FY{edition.FiscalYear}",
            var l when l == Language.Easy => $"{edition.YearName}({edition.FiscalYear}年度)",
            _ => edition.YearName,
        };
    }
}
