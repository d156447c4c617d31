using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;

namespace Tedori.Programme.Notices;

/// <summary>
/// Which mails do not leave, or not yet, though they were composed: a reminder of what was done meanwhile, and the second
/// of a kind in one day. What answers somebody, or begins or moves a deadline, always leaves.
/// </summary>
public static class QuietRules
{
    /// <summary>Whether a kind leaves at most once a day to an address.</summary>
    public static bool IsOnceADay(NoticeKind kind) => kind is NoticeKind.Reminder or NoticeKind.EntryShared;

    /// <summary>
    /// Whether a reminder is to no purpose now: the company has filed, an envelope of it lies with the office, the case is
    /// closed or at another step, or the deadline is another one.
    /// </summary>
    /// <param name="edition">The edition.</param>
    /// <param name="state">The case as it is.</param>
    /// <param name="reminder">What the reminder is of.</param>
    public static bool IsMoot(Edition edition, CaseState state, CaseEvent.ReminderFellDue reminder)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(reminder);
        return state.IsClosed || state.Envelopes.Count > 0 || state.Step != reminder.Of
            || CaseSchedule.Current(edition, state)?.Date != reminder.Deadline;
    }

    /// <summary>What becomes of a mail whose time has come.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="state">The case as it is.</param>
    /// <param name="notice">The notice.</param>
    /// <param name="reminder">What it reminds of, or null where it is no reminder.</param>
    /// <param name="lastOfKind">When the last of its kind left to its address, or null where none did.</param>
    /// <param name="now">Now.</param>
    public static QuietVerdict Judge(
        Edition edition, CaseState state, Notice notice, CaseEvent.ReminderFellDue? reminder, Instant? lastOfKind, Instant now)
    {
        ArgumentNullException.ThrowIfNull(notice);
        if (reminder is not null && IsMoot(edition, state, reminder))
            return new QuietVerdict.Withheld();
        if (!IsOnceADay(notice.Kind) || lastOfKind is not { } last || JapanTime.DateOf(last) != JapanTime.DateOf(now))
            return new QuietVerdict.Leaves();
        // It says the same as the one before; a reminder is of something else, or of another day.
        return reminder is null
            ? new QuietVerdict.Withheld()
            : new QuietVerdict.Waits(OfficeHours.OnOrAfter(edition, JapanTime.EndOf(JapanTime.DateOf(now))));
    }
}
