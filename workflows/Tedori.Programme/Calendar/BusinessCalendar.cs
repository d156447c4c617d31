using NodaTime;

namespace Tedori.Programme.Calendar;

/// <summary>
/// Open and closed days: closed are Saturdays, Sundays, national holidays and the days around New Year.
/// Knows only the years whose holidays it was given; asking for another is an error, never "no holidays".
/// </summary>
public sealed class BusinessCalendar
{
    private readonly Dictionary<LocalDate, string> holidays;
    private readonly HashSet<int> years;
    private Dictionary<LocalDate, ClosedDayChange> changes = [];

    /// <summary>Makes a calendar.</summary>
    /// <param name="holidays">National holidays with their names, for whole years.</param>
    /// <param name="years">The years that <paramref name="holidays"/> covers.</param>
    /// <param name="yearEnd">First closed day at the end of a year (inclusive).</param>
    /// <param name="newYear">Last closed day at the start of a year (inclusive).</param>
    public BusinessCalendar(
        IReadOnlyDictionary<LocalDate, string> holidays, IEnumerable<int> years, AnnualDate yearEnd, AnnualDate newYear)
    {
        this.holidays = new(holidays);
        this.years = [.. years];
        YearEnd = yearEnd;
        NewYear = newYear;
    }

    /// <summary>First closed day at the end of a year (inclusive).</summary>
    public AnnualDate YearEnd { get; }

    /// <summary>Last closed day at the start of a year (inclusive).</summary>
    public AnnualDate NewYear { get; }

    /// <summary>The years it can answer for.</summary>
    public IReadOnlyCollection<int> Years => years;

    /// <summary>The calendar with these changes and no others on top of the edition's.</summary>
    public BusinessCalendar With(IEnumerable<ClosedDayChange> changed) =>
        new(holidays, years, YearEnd, NewYear) { changes = changed.ToDictionary(c => c.Date) };

    /// <summary>Why the day is closed, in Japanese, or null where it is open.</summary>
    /// <exception cref="YearNotCoveredException">The calendar has no holidays for that year.</exception>
    public string? ClosedBecause(LocalDate date)
    {
        if (!years.Contains(date.Year))
            throw new YearNotCoveredException(date.Year, years);
        if (changes.TryGetValue(date, out var change))
            return change.Closed ? change.Name : null;
        if (date.DayOfWeek == IsoDayOfWeek.Saturday)
            return "土曜日";
        if (date.DayOfWeek == IsoDayOfWeek.Sunday)
            return "日曜日";
        if (holidays.TryGetValue(date, out var name))
            return name;
        var day = new AnnualDate(date.Month, date.Day);
        return day.CompareTo(YearEnd) >= 0 || day.CompareTo(NewYear) <= 0 ? "年末年始" : null;
    }

    /// <summary>Whether the day is open.</summary>
    /// <exception cref="YearNotCoveredException">The calendar has no holidays for that year.</exception>
    public bool IsOpen(LocalDate date) => ClosedBecause(date) is null;

    /// <summary>
    /// The business day that is <paramref name="count"/> after the date, counting from the next day; before it where
    /// negative, counting from the previous day; the date itself, open or closed, where zero.
    /// </summary>
    /// <exception cref="YearNotCoveredException">The count runs into a year without holidays.</exception>
    public LocalDate AddBusinessDays(LocalDate date, int count)
    {
        var step = count < 0 ? -1 : 1;
        for (var left = Math.Abs(count); left > 0;)
        {
            date = date.PlusDays(step);
            if (IsOpen(date))
                left--;
        }

        return date;
    }

    /// <summary>The date itself where it is open, else the next open day.</summary>
    /// <exception cref="YearNotCoveredException">The search runs into a year without holidays.</exception>
    public LocalDate OnOrAfter(LocalDate date) => IsOpen(date) ? date : AddBusinessDays(date, 1);

    /// <summary>
    /// How many business days after <paramref name="from"/> the date <paramref name="to"/> is: open days after
    /// <paramref name="from"/> (exclusive) up to <paramref name="to"/> (inclusive); 0 where it is not later.
    /// </summary>
    /// <exception cref="YearNotCoveredException">The count runs into a year without holidays.</exception>
    public int BusinessDaysBetween(LocalDate from, LocalDate to)
    {
        var count = 0;
        for (var date = from.PlusDays(1); date <= to; date = date.PlusDays(1))
            count += IsOpen(date) ? 1 : 0;
        return count;
    }

    /// <summary>
    /// The closed days after <paramref name="from"/> (exclusive) up to <paramref name="to"/> (inclusive).
    /// </summary>
    /// <exception cref="YearNotCoveredException">The range runs into a year without holidays.</exception>
    public IReadOnlyList<LocalDate> ClosedDays(LocalDate from, LocalDate to)
    {
        var closed = new List<LocalDate>();
        for (var date = from.PlusDays(1); date <= to; date = date.PlusDays(1))
        {
            if (!IsOpen(date))
                closed.Add(date);
        }

        return closed;
    }
}
