using NodaTime;

namespace Tedori.Programme.Calendar;

/// <summary>
/// National holidays of Japan (国民の祝日に関する法律): article 2 (the days themselves), article 3(2) (substitute
/// holidays, 振替休日) and article 3(3) (days between two holidays, 国民の休日). The equinoxes are a table.
/// </summary>
public static class NationalHolidays
{
    private const string Substitute = "振替休日";
    private const string Sandwiched = "国民の休日";

    // Day of 春分 in March and of 秋分 in September, by the usual astronomical formula. A year becomes final only when the
    // 暦要項 is published in the February before it: compare the table then.
    private static readonly Dictionary<int, (int March, int September)> Equinoxes = new()
    {
        [2024] = (20, 22),
        [2025] = (20, 23),
        [2026] = (20, 23),
        [2027] = (21, 23),
        [2028] = (20, 22),
        [2029] = (20, 23),
        [2030] = (20, 23),
    };

    /// <summary>The years the table covers, ascending.</summary>
    public static IReadOnlyList<int> Years { get; } = [.. Equinoxes.Keys.Order()];

    /// <summary>The holidays of a year with their names, in order of date.</summary>
    /// <param name="year">Western year.</param>
    /// <exception cref="YearNotCoveredException">The table of the equinoxes does not have the year.</exception>
    public static IReadOnlyDictionary<LocalDate, string> Of(int year)
    {
        var days = Named(year);
        foreach (var (date, name) in Substitutes(days).Concat(Between(days)).ToList())
            days.TryAdd(date, name);
        return days;
    }

    private static SortedDictionary<LocalDate, string> Named(int year)
    {
        if (!Equinoxes.TryGetValue(year, out var equinox))
            throw new YearNotCoveredException(year, Years);
        return new()
        {
            [new(year, 1, 1)] = "元日",
            [Monday(year, 1, 2)] = "成人の日",
            [new(year, 2, 11)] = "建国記念の日",
            [new(year, 2, 23)] = "天皇誕生日",
            [new(year, 3, equinox.March)] = "春分の日",
            [new(year, 4, 29)] = "昭和の日",
            [new(year, 5, 3)] = "憲法記念日",
            [new(year, 5, 4)] = "みどりの日",
            [new(year, 5, 5)] = "こどもの日",
            [Monday(year, 7, 3)] = "海の日",
            [new(year, 8, 11)] = "山の日",
            [Monday(year, 9, 3)] = "敬老の日",
            [new(year, 9, equinox.September)] = "秋分の日",
            [Monday(year, 10, 2)] = "スポーツの日",
            [new(year, 11, 3)] = "文化の日",
            [new(year, 11, 23)] = "勤労感謝の日",
        };
    }

    private static LocalDate Monday(int year, int month, int occurrence) =>
        LocalDate.FromYearMonthWeekAndDay(year, month, occurrence, IsoDayOfWeek.Monday);

    private static IEnumerable<(LocalDate Date, string Name)> Substitutes(SortedDictionary<LocalDate, string> named)
    {
        foreach (var sunday in named.Keys.Where(d => d.DayOfWeek == IsoDayOfWeek.Sunday))
        {
            var date = sunday.PlusDays(1);
            while (named.ContainsKey(date))
                date = date.PlusDays(1);
            yield return (date, Substitute);
        }
    }

    private static IEnumerable<(LocalDate Date, string Name)> Between(SortedDictionary<LocalDate, string> named) =>
        named.Keys
            .Where(d => !named.ContainsKey(d.PlusDays(1)) && named.ContainsKey(d.PlusDays(2)))
            .Select(d => (d.PlusDays(1), Sandwiched));
}
