using NodaTime;
using NodaTime.Text;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;

namespace Tedori.Functions.Public.Calendars;

/// <summary>What declared outages do to a calendar.</summary>
public static class CalendarOfOutages
{
    /// <summary>The outages themselves as events.</summary>
    public static IEnumerable<CalendarEvent> Of(IEnumerable<Outage> outages)
    {
        ArgumentNullException.ThrowIfNull(outages);
        return outages.Select(o => new CalendarEvent(
            $"outage-{InstantPattern.General.Format(o.From)}-{InstantPattern.General.Format(o.Until)}@tedori",
            "システムの障害", Explanation(o),
            JapanTime.DateOf(o.From), JapanTime.LocalOf(o.From).TimeOfDay, JapanTime.LocalOf(o.Until)));
    }

    /// <summary>An electronic deadline with the time that an outage gives it; the same where there is none.</summary>
    public static CalendarEvent After(this CalendarEvent due, Outage? outage)
    {
        ArgumentNullException.ThrowIfNull(due);
        if (outage is null)
            return due;
        var until = JapanTime.LocalOf(outage.Until);
        var notice = Explanation(outage);
        var text = due.Text.Contains(outage.Reason, StringComparison.Ordinal) ? due.Text : $"{due.Text}\n{notice}";
        return due with
        {
            Text = text,
            Day = until.Date,
            From = until.TimeOfDay,
            BeforeOutage = due,
            OutageNotice = notice,
            MovedAt = due.MovedAt is { } before ? Instant.Max(before, outage.At) : outage.At,
        };
    }

    private static string Explanation(Outage o) =>
        $"システムの障害({o.Reason})のため、電子申請は{JapaneseDate.Full(o.Until)}までに受信したものを有効とします。郵送の期限は変わりません。";
}
