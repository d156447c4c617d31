using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;

namespace Tedori.Tests.Conformance.App;

/// <summary>
/// The programme of 令和7年度, 28 years later and without holidays: the weekdays are the same, and no deadline of it comes
/// while a test runs, so that durable timers in real time wait and only a move of the records' clock goes on.
/// </summary>
internal static class LaterEdition
{
    private static readonly Period Later = Period.FromYears(28);

    public static Edition Read()
    {
        var edition = EditionReader.R7();
        return edition with
        {
            FiscalYear = edition.FiscalYear + Later.Years,
            Rounds = [.. edition.Rounds.Select(Of)],
            Calendar = Of(edition.Calendar),
            BankCalendar = Of(edition.BankCalendar),
        };
    }

    private static Round Of(Round round) => round with
    {
        EntryOpens = round.EntryOpens + Later,
        EntryCloses = round.EntryCloses + Later,
        CompanyRegistration = round.CompanyRegistration + Later,
        ProjectRegistration = round.ProjectRegistration + Later,
        Plain = Of(round.Plain),
        Wage = Of(round.Wage),
    };

    private static TrackDates Of(TrackDates dates) => new(dates.Implementation + Later, dates.Claim + Later);

    private static BusinessCalendar Of(BusinessCalendar calendar) => new(
        new Dictionary<LocalDate, string>(), calendar.Years.Select(y => y + Later.Years), calendar.YearEnd,
        calendar.NewYear);
}
