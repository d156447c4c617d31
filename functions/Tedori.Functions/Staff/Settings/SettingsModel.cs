using NodaTime;
using Tedori.Functions.Components.Forms;
using Tedori.Functions.Papers;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff.Settings;

/// <summary>What the settings show.</summary>
/// <param name="Editions">The programmes, oldest first.</param>
/// <param name="Changes">Changes of closed days.</param>
/// <param name="Member">Who looks.</param>
/// <param name="Now">The time.</param>
/// <param name="Token">Token of the form.</param>
public sealed record SettingsModel(
    IReadOnlyList<Edition> Editions, IReadOnlyList<ClosedDayChange> Changes, StaffMember Member, Instant Now,
    FormToken Token)
{
    /// <summary>What papers are printed with as PDF.</summary>
    public required PaperFont Font { get; init; }

    /// <summary>What is wrong with the programme files, one English sentence a fault.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>The closed days of the next sixty days that are no weekends, as they hold now.</summary>
    public IEnumerable<(LocalDate Date, string Name)> Coming
    {
        get
        {
            var (calendar, today) = (Editions[^1].Calendar, JapanTime.DateOf(Now));
            return Enumerable.Range(0, 60).Select(n => today.PlusDays(n))
                .Where(d => calendar.Years.Contains(d.Year)
                    && d.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday))
                .Select(d => (d, calendar.ClosedBecause(d) ?? "")).Where(d => d.Item2.Length > 0);
        }
    }
}
