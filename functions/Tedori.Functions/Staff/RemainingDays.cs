using NodaTime;
using Tedori.Programme.Calendar;

namespace Tedori.Functions.Staff;

/// <summary>How many business days are left until a date.</summary>
/// <param name="Count">0 on the day itself, negative when it is over.</param>
public readonly record struct RemainingDays(int Count)
{
    /// <summary>Counts from today, which is not counted, to the date, which is.</summary>
    /// <exception cref="YearNotCoveredException">The calendar has no holidays for a year between.</exception>
    public static RemainingDays Until(BusinessCalendar calendar, LocalDate today, LocalDate date)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return new(date >= today
            ? calendar.BusinessDaysBetween(today, date)
            : -Math.Max(1, calendar.BusinessDaysBetween(date, today)));
    }

    /// <summary>As staff read it.</summary>
    public string Words => Count switch
    {
        0 => "本日",
        < 0 => $"{-Count}営業日超過",
        _ => $"あと{Count}営業日",
    };

    /// <summary>Class of the style sheet.</summary>
    public string Urgency => Count < 0 ? "late" : Count <= 2 ? "soon" : "fine";
}
