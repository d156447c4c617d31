using NodaTime;
using Tedori.Programme.Calendar;

namespace Tedori.Programme.Editions.Reading;

/// <summary>The section <c>closedDays</c>: the days around New Year when the office and the banks are closed.</summary>
internal sealed class ClosedDaysSection
{
    private readonly (AnnualDate From, AnnualDate To)? office;
    private readonly (AnnualDate From, AnnualDate To)? banks;

    private ClosedDaysSection((AnnualDate, AnnualDate)? office, (AnnualDate, AnnualDate)? banks)
    {
        this.office = office;
        this.banks = banks;
    }

    public static ClosedDaysSection Read(FileNode node, ReadingLog log)
    {
        var closed = node.Object(["office", "banks"]);
        return new(closed.Field("office").Marked(log).NewYear(), closed.Field("banks").Marked(log).NewYear());
    }

    /// <summary>Reports every date of the rounds on which the office is closed, by the law's own holidays.</summary>
    public void RequireOpen(IReadOnlyList<RoundDraft> rounds)
    {
        if (office is not { } around)
            return;
        var holidays = NationalHolidays.Years.SelectMany(NationalHolidays.Of).ToDictionary();
        var calendar = new BusinessCalendar(holidays, NationalHolidays.Years, around.From, around.To);
        foreach (var field in rounds.SelectMany(r => r.Dates))
        {
            if (field.Value is { } date && calendar.Years.Contains(date.Year)
                && calendar.ClosedBecause(date) is { } why)
                field.Node.Fault($"{date:uuuu-MM-dd} is a closed day ({why}); choose an open day.");
        }
    }

    /// <summary>The calendar of the office, once the log holds no fault.</summary>
    public BusinessCalendar Office(HolidaysSection holidays) => holidays.Calendar(office!.Value);

    /// <summary>The calendar of the banks, once the log holds no fault.</summary>
    public BusinessCalendar Banks(HolidaysSection holidays) => holidays.Calendar(banks!.Value);
}
