using NodaTime;

namespace Tedori.Programme.Calendar;

/// <summary>A date that is counted in business days from the day after another, with what was left out.</summary>
/// <param name="From">The base date, which is not counted.</param>
/// <param name="BusinessDays">How many business days, at least 1.</param>
/// <param name="Date">The date that is reached.</param>
/// <param name="Skipped">The closed days that were not counted, in order.</param>
public sealed record CountedDay(LocalDate From, int BusinessDays, LocalDate Date, IReadOnlyList<ClosedDay> Skipped)
{
    /// <summary>How it is counted, in one Japanese sentence of at most 60 characters.</summary>
    public string Sentence =>
        $"{JapaneseDate.MonthDay(From)}の翌日から数えて{BusinessDays}営業日目です"
        + (Skipped.Count == 0 ? "。" : $"(閉庁日{Skipped.Count}日を除く)。");

    /// <summary>Counts.</summary>
    /// <param name="calendar">Which days are open.</param>
    /// <param name="from">The base date, which is not counted.</param>
    /// <param name="businessDays">How many business days, at least 1.</param>
    /// <exception cref="YearNotCoveredException">The count runs into a year without holidays.</exception>
    public static CountedDay After(BusinessCalendar calendar, LocalDate from, int businessDays)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentOutOfRangeException.ThrowIfLessThan(businessDays, 1);
        var date = calendar.AddBusinessDays(from, businessDays);
        return new(
            from, businessDays, date,
            [.. calendar.ClosedDays(from, date).Select(d => new ClosedDay(d, calendar.ClosedBecause(d)!))]);
    }
}

/// <summary>A day on which the office is closed.</summary>
/// <param name="Date">The day.</param>
/// <param name="Why">Why, in Japanese, for example 土曜日.</param>
public sealed record ClosedDay(LocalDate Date, string Why)
{
    /// <summary>As it is listed: 5月24日(土), or 7月21日(月) 海の日.</summary>
    public string Label =>
        Why.StartsWith(JapaneseDate.Weekday(Date)) ? JapaneseDate.MonthDay(Date) : $"{JapaneseDate.MonthDay(Date)} {Why}";
}
