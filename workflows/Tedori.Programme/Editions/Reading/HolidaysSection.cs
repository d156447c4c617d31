using System.Globalization;
using System.Text.Json;
using NodaTime;
using Tedori.Programme.Calendar;

namespace Tedori.Programme.Editions.Reading;

/// <summary>The section <c>holidays</c>: one list a year, held against the law.</summary>
internal sealed class HolidaysSection
{
    private const int MostInOneYear = 40;
    private readonly Dictionary<LocalDate, string> holidays = [];
    private readonly HashSet<int> years = [];

    public static HolidaysSection Read(FileNode node)
    {
        var section = new HolidaysSection();
        foreach (var (name, list) in node.Entries())
            section.ReadYear(name, list);
        return section;
    }

    /// <summary>
    /// Reports the years that are missing: from the first opening of entries to the year after the last claim, into
    /// which the settlement of the post and the corrections may run.
    /// </summary>
    public void RequireYears(FileNode node, IReadOnlyList<RoundDraft> rounds)
    {
        var dates = rounds.SelectMany(r => r.Dates).Select(d => d.Value).OfType<LocalDate>().ToList();
        if (dates.Count == 0 || node.Element.ValueKind != JsonValueKind.Object)
            return;
        for (var year = dates.Min().Year; year <= dates.Max().Year + 1; year++)
        {
            if (!years.Contains(year))
                node.FaultBelow($"{year}", $"The rounds reach into {year} but its holidays are missing; list them.");
        }
    }

    /// <summary>A calendar with these holidays.</summary>
    public BusinessCalendar Calendar((AnnualDate From, AnnualDate To) newYear) =>
        new(holidays, years, newYear.From, newYear.To);

    private void ReadYear(string name, FileNode list)
    {
        if (!int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var year) || name.Length != 4)
        {
            list.Fault("The name of the list is not a year such as 2025; correct it.");
            return;
        }

        if (!years.Add(year))
            list.Fault($"The year {year} stands twice; remove one of the two lists.");
        else if (!NationalHolidays.Years.Contains(year))
            list.Fault($"The law's table in this program has no {year}; remove the list or use a newer release.");
        else
            HoldAgainstLaw(list, NationalHolidays.Of(year));
    }

    private void HoldAgainstLaw(FileNode list, IReadOnlyDictionary<LocalDate, string> law)
    {
        var before = list.Faults;
        foreach (var entry in list.Elements(MostInOneYear))
            ReadHoliday(entry, law);
        if (list.Faults > before)
            return;
        foreach (var (date, name) in law.Where(h => !holidays.ContainsKey(h.Key)))
            list.Fault($"By law {date:uuuu-MM-dd} is a holiday ({name}), but the list lacks it; add it.");
    }

    private void ReadHoliday(FileNode entry, IReadOnlyDictionary<LocalDate, string> law)
    {
        if (entry.Text() is not { } text)
            return;
        var parts = text.Split(' ', 2);
        if (entry.Date(parts[0]) is not { } date)
            return;
        if (!law.TryGetValue(date, out var name))
            entry.Fault($"{date:uuuu-MM-dd} is not a holiday of that year by law; remove it.");
        else if (parts.Length < 2 || parts[1] != name)
            entry.Fault($"By law the holiday on {date:uuuu-MM-dd} is called {name}; write {date:uuuu-MM-dd}" +
                $"({JapaneseDate.Weekday(date)}) {name}.");
        else if (!holidays.TryAdd(date, name))
            entry.Fault($"{date:uuuu-MM-dd} stands twice; remove one of the two.");
    }
}
