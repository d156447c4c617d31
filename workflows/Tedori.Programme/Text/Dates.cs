using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using Tedori.Programme.Calendar;

namespace Tedori.Programme.Text;

/// <summary>
/// Dates as people type them: <c>2001/4/1</c>, <c>2001年4月1日</c>, <c>20010401</c>, <c>平成13年4月1日</c>, <c>H13.4.1</c>, and as
/// pages in English write them: <c>1 April 2001</c>, <c>1 April 2001 (Sun)</c>, <c>Apr 1, 2001</c>. Pure.
/// </summary>
public static partial class Dates
{
    private const string Hint = "2024/4/1や令和6年4月1日のような日付で入力してください。";
    private const string Months = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private const string Weekdays = "SunMonTueWedThuFriSat";
    private const string Month = "(?<month>Jan(uary)?|Feb(ruary)?|Mar(ch)?|Apr(il)?|May|June?|July?|Aug(ust)?|Sept?(ember)?"
        + "|Oct(ober)?|Nov(ember)?|Dec(ember)?)";
    private const string Known = "0123456789-/.年月日火水木金土曜() 明治大正昭和平成令元MTSHRmtshr";

    /// <summary>Reads a date.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="earliest">First day that fits the field, inclusive.</param>
    /// <param name="latest">Last day that fits the field, inclusive.</param>
    public static Reading<LocalDate> Read(string text, LocalDate earliest, LocalDate latest)
    {
        var plain = Eras(Dashes.Fold(TypedText.Narrow(text)));
        var english = English().Match(plain);
        if (!english.Success && !Name().IsMatch(plain) && TypedText.Foreign(plain, Known) is { } foreign)
            return Refused($"{CharacterName.Of(foreign)}は使えません。{Hint}");
        var match = english.Success ? english : Written().Match(plain) is { Success: true } written ? written : Compact().Match(plain);
        if (!match.Success)
            return Refused(Hint);
        var era = match.Groups["era"].Success ? JapaneseEra.Find(match.Groups["era"].Value) : null;
        if (era is null && match.Groups["year"].Length < 4)
            return Refused($"年を西暦4桁か元号で入力してください。{Hint}");
        var year = YearOf(match.Groups["year"].Value) + (era is null ? 0 : era.FirstYear - 1);
        var (month, day) = (MonthOf(match.Groups["month"].Value), Number(match.Groups["day"].Value));
        if (month is < 1 or > 12 || year < 1 || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month))
            return Refused($"{month}月{day}日はこの年の暦にありません。日付を確かめてください。");
        var date = new LocalDate(year, month, day);
        return Fault(date, era, match.Groups["weekday"].Value, earliest, latest) is { } fault ? fault : Reading.Of(date);
    }

    private static Reading<LocalDate>? Fault(
        LocalDate date, JapaneseEra? era, string weekday, LocalDate earliest, LocalDate latest)
    {
        if (era?.Contains(date) == false)
        {
            var ends = era.Ends == LocalDate.MaxIsoValue ? "" : $"{Western(era.Ends)}まで";
            return Refused($"{era.Name}は{Western(era.Begins)}から{ends}です。元号と年を確かめてください。");
        }

        if (date < earliest || date > latest)
        {
            return Reading.Refused<LocalDate>(
                "outOfRange", $"{Western(earliest)}から{Western(latest)}までの日付で入力してください。");
        }

        return weekday.Length > 0 && WeekdayOf(weekday) != JapaneseDate.Weekday(date)
            ? Refused($"{Western(date)}は{JapaneseDate.Weekday(date)}曜日です。日付を確かめてください。")
            : null;
    }

    private static string Eras(string text) => text
        .Replace("㍾", "明治", StringComparison.Ordinal).Replace("㍽", "大正", StringComparison.Ordinal)
        .Replace("㍼", "昭和", StringComparison.Ordinal).Replace("㍻", "平成", StringComparison.Ordinal)
        .Replace("㋿", "令和", StringComparison.Ordinal);

    private static int YearOf(string text) => text == "元" ? 1 : Number(text);

    private static int MonthOf(string text) => char.IsAsciiLetter(text[0]) ? InEnglish(Months, text) + 1 : Number(text);

    private static char WeekdayOf(string text) => char.IsAsciiLetter(text[0]) ? "日月火水木金土"[InEnglish(Weekdays, text)] : text[0];

    // The first three letters of the name tell which.
    private static int InEnglish(string names, string name) => names.IndexOf(name[..3], StringComparison.OrdinalIgnoreCase) / 3;

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static string Western(LocalDate date) =>
        string.Create(CultureInfo.InvariantCulture, $"{date.Year}年{date.Month}月{date.Day}日");

    private static Reading<LocalDate> Refused(string text) => Reading.Refused<LocalDate>("notDate", text);

    [GeneratedRegex(
        @"^((?<era>明治?|大正?|昭和?|平成?|令和?|[MTSHRmtshr])\.? *)?(?<year>[0-9]{1,4}|元) *[-/.年] *"
            + @"(?<month>[0-9]{1,2}) *[-/.月] *(?<day>[0-9]{1,2}) *日? *(\((?<weekday>[月火水木金土日])(曜日?)?\))?$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Written();

    // Letters of a word are meant for the name of a month, however it is spelt.
    [GeneratedRegex("[A-Za-z]{3}")]
    private static partial Regex Name();

    [GeneratedRegex(
        "^((?<day>[0-9]{1,2})(st|nd|rd|th)?[ -]*" + Month + @"\.?|" + Month + @"\.?[ -]*(?<day>[0-9]{1,2})(st|nd|rd|th)?)[ ,-]+(?<year>[0-9]{4})"
            + @" *(\((?<weekday>Mon(day)?|Tue(sday)?|Wed(nesday)?|Thu(rsday)?|Fri(day)?|Sat(urday)?|Sun(day)?)\))?$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex English();

    [GeneratedRegex(
        "^((?<year>[0-9]{4})|(?<era>[MTSHRmtshr])(?<year>[0-9]{2}))(?<month>[0-9]{2})(?<day>[0-9]{2})$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Compact();
}
