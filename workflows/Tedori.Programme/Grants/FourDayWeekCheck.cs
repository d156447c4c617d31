using Tedori.Programme.Editions;

namespace Tedori.Programme.Grants;

/// <summary>
/// The rule of the week of four days (guideline ②, sample rule): a day of at most so many hours, on average over the month a
/// week of at most so many, three days off a week, and the breaks of the labour standards act (労働基準法第34条).
/// </summary>
public static class FourDayWeekCheck
{
    private const int WeekDays = 7;
    private const int DaysOff = 3;

    /// <summary>What keeps it from qualifying; empty where it qualifies.</summary>
    public static IReadOnlyList<Refusal> Of(FilingRules rules, FourDayWeek week)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(week);
        return [.. Faults(rules, week)];
    }

    /// <summary>The hours of a day and the average week, in Japanese; the average is cut to minutes.</summary>
    public static string Explain(FourDayWeek week)
    {
        ArgumentNullException.ThrowIfNull(week);
        return $"1日{RestCheck.Hours(week.DayMinutes)}×月{week.WorkDays}日={RestCheck.Hours(week.DayMinutes * week.WorkDays)}、"
            + $"週平均{RestCheck.Hours(week.DayMinutes * week.WorkDays * WeekDays / week.MonthDays)}"
            + $"({week.MonthDays}日の月)です。";
    }

    private static IEnumerable<Refusal> Faults(FilingRules rules, FourDayWeek week)
    {
        if (RestCheck.Gap(week.Start, week.BreakFrom) + week.BreakMinutes > week.SpanMinutes)
        {
            yield return new("breakOutside", "休憩は始業から終業までの間にしてください。");
            yield break;
        }

        if (week.DayMinutes > rules.MaximumDayMinutes)
            yield return new("dayTooLong",
                $"1日の労働時間を{RestCheck.Hours(rules.MaximumDayMinutes)}以下にしてください(入力は{RestCheck.Hours(week.DayMinutes)})。");
        if (week.BreakMinutes < BreakOf(week.DayMinutes))
            yield return new("breakTooShort",
                $"1日の労働時間が{RestCheck.Hours(week.DayMinutes)}のときは、休憩を{BreakOf(week.DayMinutes)}分以上にしてください。");
        // In whole minutes: the average is compared without a division.
        if ((long)week.DayMinutes * week.WorkDays * WeekDays > (long)rules.MaximumWeekMinutes * week.MonthDays)
            yield return new("weekTooLong",
                $"週の労働時間を平均{RestCheck.Hours(rules.MaximumWeekMinutes)}以下にしてください。{Explain(week)}");
        if (week.WorkDays > MostDays(week.MonthDays))
            yield return new("tooFewDaysOff",
                $"週3日以上を休日にしてください。{week.MonthDays}日の月の労働日は{MostDays(week.MonthDays)}日までです。");
    }

    // Over six hours 45 minutes, over eight hours one hour.
    private static int BreakOf(int worked) => worked > 8 * 60 ? 60 : worked > 6 * 60 ? 45 : 0;

    // Three days off in every whole week of the month.
    private static int MostDays(int monthDays) => monthDays - DaysOff * (monthDays / WeekDays);
}
