using System.Globalization;
using NodaTime;

namespace Tedori.Local.Host;

/// <summary>
/// A schedule as timer triggers write it: second, minute, hour, day of month, month, day of week (0 is Sunday), each
/// <c>*</c>, a number, a range, a list, with <c>/</c> and a step. UTC. A date must suit both kinds of day.
/// </summary>
internal sealed class CronSchedule
{
    private static readonly (int Low, int High)[] Bounds = [(0, 59), (0, 59), (0, 23), (1, 31), (1, 12), (0, 6)];

    private readonly bool[][] fields;

    private CronSchedule(bool[][] fields) => this.fields = fields;

    /// <summary>Parses a schedule.</summary>
    /// <exception cref="FormatException">It is not of this form.</exception>
    public static CronSchedule Parse(string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 6)
            throw new FormatException(
                $"The schedule '{text}' has {parts.Length} fields: give six, from second to day of week.");
        return new([.. parts.Select((part, i) => Field(text, part, Bounds[i]))]);
    }

    /// <summary>The first time after an instant (exclusive).</summary>
    /// <exception cref="InvalidOperationException">There is none within eight years.</exception>
    public Instant Next(Instant after)
    {
        var start = Instant.FromUnixTimeSeconds(after.ToUnixTimeSeconds() + 1).InUtc().LocalDateTime;
        var last = start.Date.PlusYears(8);
        for (var date = start.Date; date <= last; date = date.PlusDays(1))
        {
            if (!Suits(date))
                continue;
            var from = date == start.Date ? start.TimeOfDay : LocalTime.Midnight;
            if (FirstTime(from) is { } time)
                return (date + time).InUtc().ToInstant();
        }

        throw new InvalidOperationException("The schedule never comes.");
    }

    private bool Suits(LocalDate date) =>
        fields[3][date.Day] && fields[4][date.Month] && fields[5][(int)date.DayOfWeek % 7];

    private LocalTime? FirstTime(LocalTime from)
    {
        for (var hour = from.Hour; hour < 24; hour++)
        {
            if (!fields[2][hour])
                continue;
            for (var minute = hour == from.Hour ? from.Minute : 0; minute < 60; minute++)
            {
                if (!fields[1][minute])
                    continue;
                var first = hour == from.Hour && minute == from.Minute ? from.Second : 0;
                var second = Array.FindIndex(fields[0], first, on => on);
                if (second >= 0)
                    return new LocalTime(hour, minute, second);
            }
        }

        return null;
    }

    private static bool[] Field(string text, string part, (int Low, int High) bounds)
    {
        var on = new bool[bounds.High + 1];
        foreach (var item in part.Split(','))
        {
            var (low, high, step) = Range(text, item, bounds);
            for (var value = low; value <= high; value += step)
                on[value] = true;
        }

        return on;
    }

    private static (int Low, int High, int Step) Range(string text, string item, (int Low, int High) bounds)
    {
        var halves = item.Split('/');
        var step = halves.Length == 1 ? 1 : Number(text, halves[1], (1, bounds.High + 1));
        if (halves.Length > 2)
            throw new FormatException($"The schedule '{text}' has a field that cannot be read: '{item}'.");
        if (halves[0] == "*")
            return (bounds.Low, bounds.High, step);
        var ends = halves[0].Split('-');
        var low = Number(text, ends[0], bounds);
        var high = ends.Length == 2 ? Number(text, ends[1], bounds) : halves.Length == 2 ? bounds.High : low;
        return ends.Length <= 2 && low <= high
            ? (low, high, step)
            : throw new FormatException($"The schedule '{text}' has a field that cannot be read: '{item}'.");
    }

    private static int Number(string text, string digits, (int Low, int High) bounds) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= bounds.Low && number <= bounds.High
            ? number
            : throw new FormatException(
                $"The schedule '{text}' has '{digits}' where {bounds.Low} to {bounds.High} can stand.");
}
