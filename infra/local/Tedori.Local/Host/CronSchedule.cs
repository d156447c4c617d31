using NCrontab;
using NodaTime;

namespace Tedori.Local.Host;

/// <summary>
/// A schedule of a timer trigger, read as the Functions host reads it: six fields from second to day of week, UTC.
/// </summary>
internal sealed class CronSchedule
{
    // A date that comes at all comes within eight years: 29 February may leave out a century.
    private const int Years = 8;

    private static readonly CrontabSchedule.ParseOptions Format = new() { IncludingSeconds = true };

    private readonly CrontabSchedule schedule;

    private CronSchedule(CrontabSchedule schedule) => this.schedule = schedule;

    /// <summary>Parses a schedule.</summary>
    /// <exception cref="FormatException">It is not of this form.</exception>
    public static CronSchedule Parse(string text)
    {
        try
        {
            return new(CrontabSchedule.Parse(text, Format));
        }
        catch (CrontabException reason)
        {
            throw new FormatException($"The schedule '{text}' cannot be read: {reason.Message}", reason);
        }
    }

    /// <summary>The first time after an instant (exclusive).</summary>
    /// <exception cref="InvalidOperationException">There is none within eight years.</exception>
    public Instant Next(Instant after)
    {
        var start = after.ToDateTimeUtc();
        var last = start.AddYears(Years).AddDays(1);
        var next = schedule.GetNextOccurrence(start, last);
        return next < last
            ? Instant.FromDateTimeUtc(DateTime.SpecifyKind(next, DateTimeKind.Utc))
            : throw new InvalidOperationException($"The schedule '{schedule}' never comes.");
    }
}
