using NodaTime;
using Tedori.Programme.Text;

namespace Tedori.Programme.Filings;

/// <summary>
/// What the text of a field stands for, whatever the bounds of the field; null where it is refused. Why, and whether it
/// fits the field, says <see cref="FormCheck"/>.
/// </summary>
public static class FieldText
{
    private const long MostNumber = 999_999_999_999;
    private const long MostHours = 366 * 24;
    private static readonly LocalDate Earliest = new(1873, 1, 1);
    private static readonly LocalDate Latest = new(2100, 12, 31);
    private static readonly IReadOnlyList<string> Units = [.. Numbers.Yen, .. Numbers.Days, .. Numbers.Counts];

    /// <summary>A whole number.</summary>
    public static long? Number(string text) =>
        Numbers.Read(text, 0, MostNumber, Units) is { IsRead: true, Value: var number } ? number : null;

    /// <summary>Hours, in hundredths of an hour.</summary>
    public static int? Hours(string text) =>
        HourCounts.Read(text, MostHours) is { IsRead: true, Value: var hours } ? hours : null;

    /// <summary>A date.</summary>
    public static LocalDate? Date(string text) =>
        Dates.Read(text, Earliest, Latest) is { IsRead: true, Value: var date } ? date : null;

    /// <summary>A time of day; one of the next day is none.</summary>
    public static LocalTime? Time(string text) =>
        Times.Read(text) is { IsRead: true, Value.Time: var time } ? time : null;

    /// <summary>A time at which work or a break begins or ends; it may belong to the next day.</summary>
    public static ShiftTime? ShiftTime(string text) =>
        Times.Read(text, nextDay: true) is { IsRead: true, Value: var time } ? time : null;
}
