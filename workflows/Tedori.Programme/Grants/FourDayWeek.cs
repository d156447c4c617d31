using NodaTime;

namespace Tedori.Programme.Grants;

/// <summary>
/// A week of four days (選択的週休3日制) under variable working hours of one month (1か月単位の変形労働時間制), as one occupation is to
/// have it. Times of day are Asia/Tokyo; an end that is not after the start lies on the next day.
/// </summary>
/// <param name="Occupation">Name of the occupation (職種), or 全職種.</param>
/// <param name="Start">Start of work.</param>
/// <param name="End">End of work.</param>
/// <param name="BreakFrom">Start of the break.</param>
/// <param name="BreakTo">End of the break.</param>
/// <param name="MonthDays">Calendar days of the month, 28 to 31.</param>
/// <param name="WorkDays">Working days of the month.</param>
public sealed record FourDayWeek(
    string Occupation, LocalTime Start, LocalTime End, LocalTime BreakFrom, LocalTime BreakTo, int MonthDays, int WorkDays)
{
    /// <summary>Minutes from the start to the end.</summary>
    public int SpanMinutes => RestCheck.Gap(Start, End) is 0 ? 24 * 60 : RestCheck.Gap(Start, End);

    /// <summary>Minutes of the break.</summary>
    public int BreakMinutes => RestCheck.Gap(BreakFrom, BreakTo);

    /// <summary>Minutes worked a day.</summary>
    public int DayMinutes => SpanMinutes - BreakMinutes;
}
