using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;

namespace Tedori.Programme.Notices;

/// <summary>When somebody can be reached who answers a question (開庁時間): business days, opening to closing hour.</summary>
public static class OfficeHours
{
    /// <summary>The same instant where the office is open then, else the next opening hour of a business day.</summary>
    public static Instant OnOrAfter(Edition edition, Instant at)
    {
        ArgumentNullException.ThrowIfNull(edition);
        var local = JapanTime.LocalOf(at);
        if (!edition.Calendar.IsOpen(local.Date) || local.TimeOfDay >= edition.Hours.Closes)
            return JapanTime.At(edition.Calendar.AddBusinessDays(local.Date, 1), edition.Hours.Opens);
        return local.TimeOfDay < edition.Hours.Opens ? JapanTime.At(local.Date, edition.Hours.Opens) : at;
    }

    /// <summary>
    /// How long the office was open between two instants: of each business day what lies between opening (inclusive) and
    /// closing hour (exclusive). Nothing where the second is not later.
    /// </summary>
    /// <exception cref="YearNotCoveredException">The time runs into a year without holidays.</exception>
    public static Duration Between(Edition edition, Instant from, Instant to)
    {
        ArgumentNullException.ThrowIfNull(edition);
        var open = Duration.Zero;
        for (var date = JapanTime.DateOf(from); date <= JapanTime.DateOf(to); date = date.PlusDays(1))
        {
            if (!edition.Calendar.IsOpen(date))
                continue;
            var begins = Instant.Max(from, JapanTime.At(date, edition.Hours.Opens));
            var ends = Instant.Min(to, JapanTime.At(date, edition.Hours.Closes));
            open += ends > begins ? ends - begins : Duration.Zero;
        }

        return open;
    }
}
