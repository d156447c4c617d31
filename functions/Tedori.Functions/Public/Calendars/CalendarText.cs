using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using NodaTime;
using Tedori.Programme.Calendar;

namespace Tedori.Functions.Public.Calendars;

/// <summary>Writes calendars as RFC 5545 has them, with Japanese time as their zone.</summary>
public static class CalendarText
{
    private const int MostOctets = 75;
    private static readonly LocalTime AlarmAt = new(9, 0);

    /// <summary>The calendar as text.</summary>
    /// <param name="name">Name that calendars show.</param>
    /// <param name="events">Its events.</param>
    /// <param name="madeAt">When it was made.</param>
    /// <param name="site">Where paths begin, or null: then events have no links.</param>
    public static string Write(string name, IEnumerable<CalendarEvent> events, Instant madeAt, Uri? site = null)
    {
        ArgumentNullException.ThrowIfNull(events);
        var calendar = new Ical.Net.Calendar
        {
            ProductId = "-//Tedori//Tedori//JA",
            Scale = CalendarScales.Gregorian,
            Method = CalendarMethods.Publish,
        };
        calendar.AddProperty("X-WR-CALNAME", name);
        calendar.AddProperty("X-WR-TIMEZONE", JapanTime.Zone.Id);
        calendar.TimeZones.Add(Zone());
        calendar.Events.AddRange(events.Select(e => Event(e, madeAt, site)));
        return Folded(new CalendarSerializer().SerializeToString(calendar)!);
    }

    // Japan has had one offset and no summer time since 1951.
    private static VTimeZone Zone()
    {
        var standard = new VTimeZoneInfo(Ical.Net.Components.Standard)
        {
            Start = new CalDateTime(1970, 1, 1, 0, 0, 0),
            OffsetFrom = new("+0900"),
            OffsetTo = new("+0900"),
            TimeZoneName = "JST",
        };
        var zone = new VTimeZone(JapanTime.Zone.Id);
        zone.TimeZoneInfos.Add(standard);
        return zone;
    }

    private static Ical.Net.CalendarComponents.CalendarEvent Event(CalendarEvent e, Instant madeAt, Uri? site)
    {
        var made = new Ical.Net.CalendarComponents.CalendarEvent
        {
            Uid = e.Uid,
            DtStamp = new CalDateTime(madeAt.ToDateTimeUtc()),
            DtStart = e.From is { } from ? Local(e.Day + from) : new CalDateTime(e.Day.ToDateOnly()),
            DtEnd = e.Until is { } until ? Local(until) : null,
            Summary = e.Title,
            Description = e.Text,
            Url = site is not null && e.Path is { } path ? new Uri(site, path) : null,
            Sequence = e.Sequence,
            LastModified = e.MovedAt is { } moved ? new CalDateTime(moved.ToDateTimeUtc()) : null,
            Transparency = TransparencyType.Transparent,
        };
        foreach (var days in e.AlarmDays)
            made.Alarms.Add(Alarm(e, days));
        return made;
    }

    private static Alarm Alarm(CalendarEvent e, int days)
    {
        var before = ((e.From ?? LocalTime.Midnight) - AlarmAt).ToDuration() + NodaTime.Duration.FromDays(days);
        return new()
        {
            Action = AlarmAction.Display,
            Description = e.Title,
            Trigger = new Trigger(Ical.Net.DataTypes.Duration.FromTimeSpanExact(-before.ToTimeSpan())),
        };
    }

    private static CalDateTime Local(LocalDateTime at) => new(at.ToDateTimeUnspecified(), JapanTime.Zone.Id);

    // The library counts characters and folds between the halves of one beyond the basic plane, which breaks it: so
    // lines are folded anew, by octets and never within a character. The blank that begins a continued line counts.
    private static string Folded(string calendar)
    {
        var text = new StringBuilder();
        foreach (var line in calendar.Replace("\r\n ", "", StringComparison.Ordinal).TrimEnd().Split("\r\n"))
            Fold(text, line);
        return text.ToString();
    }

    private static void Fold(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
