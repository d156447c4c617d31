using System.Globalization;
using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Grants;
using Tedori.Programme.Text;

namespace Tedori.Programme.Filings;

/// <summary>What was read of a text, shown back to whoever typed it: 平成13年4月1日 = 2001年4月1日.</summary>
public static class FieldReading
{
    /// <summary>What was read, in Japanese; null where nothing was, or the field takes text as it is.</summary>
    public static string? Of(FormField field, string text)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == 0 ? null : field.Kind switch
        {
            FieldKind.Date => FieldText.Date(text) is { } date ? Date(date) : null,
            FieldKind.Number => Numbers.Read(text, field.Minimum, field.Maximum, field.Units) is { IsRead: true, Value: var number }
                ? $"{number.ToString("#,0", CultureInfo.InvariantCulture)}{(field.Units.Count > 0 ? field.Units[0] : "")}"
                : null,
            FieldKind.Hours => HourCounts.Read(text, field.Maximum) is { IsRead: true, Value: var hours }
                ? RestCheck.Hours(hours * 60 / WageCheck.HourUnits)
                : null,
            FieldKind.Time => Times.Read(text, field.NextDay) is { IsRead: true, Value: var time } ? $"{time}" : null,
            _ => null,
        };
    }

    private static string Date(LocalDate date)
    {
        var era = JapaneseEra.All.Last(e => e.Contains(date));
        var year = date.Year - era.FirstYear + 1;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{era.Name}{(year == 1 ? "元" : $"{year}")}年{date.Month}月{date.Day}日 = {date.Year}年{date.Month}月{date.Day}日");
    }
}
