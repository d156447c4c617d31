using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;
using Tedori.Programme.Calendar;

namespace Tedori.Pages.Applicants;

/// <summary>
/// Writes calendars as RFC 5545 has them: CRLF, lines folded at 75 octets, text escaped, times with their zone.
/// </summary>
public static class CalendarText
{
    private const int MostOctets = 75;
    private static readonly LocalDateTimePattern Local = LocalDateTimePattern.CreateWithInvariantCulture(
        "uuuuMMdd'T'HHmmss");
    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    /// <summary>The calendar as text.</summary>
    /// <param name="name">Name that calendars show.</param>
    /// <param name="events">Its events.</param>
    /// <param name="madeAt">When it was made.</param>
    public static string Write(string name, IEnumerable<CalendarEvent> events, Instant madeAt)
    {
        ArgumentNullException.ThrowIfNull(events);
        var text = new StringBuilder();
        string[] head =
        [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Tedori//Tedori//JA", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
            $"X-WR-CALNAME:{Escape(name)}", $"X-WR-TIMEZONE:{JapanTime.Zone.Id}",
            "BEGIN:VTIMEZONE", $"TZID:{JapanTime.Zone.Id}", "BEGIN:STANDARD", "DTSTART:19700101T000000",
            "TZOFFSETFROM:+0900", "TZOFFSETTO:+0900", "TZNAME:JST", "END:STANDARD", "END:VTIMEZONE",
        ];
        foreach (var line in head.Concat(events.SelectMany(e => Lines(e, madeAt))).Append("END:VCALENDAR"))
            Fold(text, line);
        return text.ToString();
    }

    /// <summary>Text within a property.</summary>
    public static string Escape(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace(";", "\\;", StringComparison.Ordinal)
            .Replace(",", "\\,", StringComparison.Ordinal)
            .ReplaceLineEndings("\\n");
    }

    private static IEnumerable<string> Lines(CalendarEvent e, Instant madeAt)
    {
        yield return "BEGIN:VEVENT";
        yield return $"UID:{e.Uid}";
        yield return $"DTSTAMP:{Utc.Format(madeAt)}";
        if (e.From is { } from)
            yield return $"DTSTART;TZID={JapanTime.Zone.Id}:{Local.Format(e.Day + from)}";
        else
            yield return string.Create(CultureInfo.InvariantCulture, $"DTSTART;VALUE=DATE:{e.Day:uuuuMMdd}");
        if (e.Until is { } until)
            yield return $"DTEND;TZID={JapanTime.Zone.Id}:{Local.Format(until)}";
        yield return $"SUMMARY:{Escape(e.Title)}";
        yield return $"DESCRIPTION:{Escape(e.Text)}";
        yield return "TRANSP:TRANSPARENT";
        yield return "END:VEVENT";
    }

    // By octets and never within a character; the blank that begins a continued line counts.
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
