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
}
