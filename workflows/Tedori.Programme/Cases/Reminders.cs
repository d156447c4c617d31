using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;

namespace Tedori.Programme.Cases;

/// <summary>The reminder ladder: so many business days before a deadline, and on its morning.</summary>
public static class Reminders
{
    /// <summary>
    /// The rungs of a deadline that concern this case, in order of time: those after the case came to the step and
    /// after the deadline was moved last, before the electronic end, and later than any that was dealt with. None while an
    /// envelope of the case lies with the office: what it holds may be what would be asked for.
    /// </summary>
    public static IReadOnlyList<Reminder> Of(Edition edition, CaseState state, Cutoff cutoff)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(cutoff);
        if (state.Envelopes.Count > 0)
            return [];
        var since = state.Correction is { } c && c.Review == state.Step ? JapanTime.EndOf(c.AskedOn) : state.Since;
        if (state.ExtendedAt.TryGetValue(state.Step, out var moved))
            since = Instant.Max(since, moved);
        var ladder = edition.Windows.ReminderBusinessDays.Append(0)
            .Select(days => Rung(edition, state, cutoff, days)).ToList();
        var done = ladder.FindLastIndex(r => state.Reminded.Contains(r.Rung));
        return [.. ladder.Skip(done + 1).Where(r => r.At > since && r.At < cutoff.ElectronicEnd)];
    }

    private static Reminder Rung(Edition edition, CaseState state, Cutoff cutoff, int days)
    {
        var on = edition.Calendar.AddBusinessDays(cutoff.Date, -days);
        var of = state.Correction is { } c && c.Review == state.Step
            ? string.Create(CultureInfo.InvariantCulture, $"correction{c.Number}")
            : char.ToLowerInvariant(state.Step.ToString()[0]) + state.Step.ToString()[1..];
        return new(
            JapanTime.At(on, edition.Windows.ReminderAt),
            days,
            string.Create(CultureInfo.InvariantCulture, $"{of}-{LocalDatePattern.Iso.Format(cutoff.Date)}-b{days}"));
    }
}
