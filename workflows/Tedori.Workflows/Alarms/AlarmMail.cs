using NodaTime;
using Tedori.Programme.Alarms;

namespace Tedori.Workflows.Alarms;

/// <summary>A mail about an alarm: one a day for as long as it lasts, and one when it is over. Storage format.</summary>
/// <param name="Alarm">The alarm as it was then.</param>
/// <param name="At">When the mail was written.</param>
/// <param name="Over">Whether it says that the alarm is over.</param>
/// <param name="To">Address that it is handed over to; null before the first try.</param>
/// <param name="Tries">How often it was handed over.</param>
/// <param name="BegunAt">When a hand-over began whose end is not known; null where there is none.</param>
/// <param name="SentAt">When the mail server took it, or null.</param>
/// <param name="Refused">Whether the mail server will never take it.</param>
public sealed record AlarmMail(
    OfficeAlarm Alarm, Instant At, bool Over, string? To = null, int Tries = 0, Instant? BegunAt = null,
    Instant? SentAt = null, bool Refused = false)
{
    /// <summary>Whether there is nothing left to do about it.</summary>
    public bool IsSettled => SentAt is not null || Refused;
}
