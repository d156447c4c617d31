using NodaTime;
using Tedori.Programme.Calendar;

namespace Tedori.Programme.Alarms;

/// <summary>An alarm for as long as it lasts. Storage format.</summary>
/// <param name="Alarm">The alarm as it was seen last, since it was seen first.</param>
/// <param name="SeenAt">When it was seen first.</param>
/// <param name="MailedOn">The date, Asia/Tokyo, on which it was mailed last; null where it was not yet.</param>
public sealed record OpenAlarm(OfficeAlarm Alarm, Instant SeenAt, LocalDate? MailedOn)
{
    /// <summary>
    /// How long it has to be there before it is mailed: what a later look does not see any more was none, as after a pause in
    /// which nothing ran.
    /// </summary>
    public static readonly Duration Confirmation = Duration.FromMinutes(10);

    /// <summary>The same as it is seen now; it lasts since it was seen first.</summary>
    public OpenAlarm As(OfficeAlarm seen)
    {
        ArgumentNullException.ThrowIfNull(seen);
        return this with { Alarm = seen with { Since = Instant.Min(Alarm.Since, seen.Since) } };
    }

    /// <summary>
    /// Whether it is mailed now: once it is confirmed, at any hour; then once on each later date from the opening hour on.
    /// </summary>
    /// <param name="opens">The opening hour of the office, Asia/Tokyo.</param>
    /// <param name="now">Now.</param>
    public bool IsDue(LocalTime opens, Instant now)
    {
        var local = JapanTime.LocalOf(now);
        return now >= SeenAt + Confirmation
            && (MailedOn is not { } last || (last < local.Date && local.TimeOfDay >= opens));
    }
}
