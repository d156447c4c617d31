using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;

namespace Tedori.Season;

/// <summary>A filing that a company is going to make, as the agenda keeps it.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Step">The step it is for; a review where it answers a correction.</param>
/// <param name="Receipt">How and when it reaches the office.</param>
/// <param name="Correction">Number of the correction it answers, or null.</param>
/// <param name="Version">Which version of the filing it is, from 2; null where it is the first.</param>
/// <param name="Replaces">Key of the version in whose place it comes, or null.</param>
internal sealed record FilingPlan(
    CaseId CaseId, Step Step, Receipt Receipt, int? Correction = null, int? Version = null, string? Replaces = null)
{
    /// <summary>Which version of the filing it is, from 1.</summary>
    public int VersionNumber => Version ?? 1;

    // Fractions of a second keep the deeds of people apart from the office's timers, which fire on the minute.
    private static readonly Duration Processing = Duration.FromMilliseconds(1501);

    /// <summary>When it is processed, and the receipt it has, for this conduct; null where nothing is filed.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="conduct">The conduct.</param>
    /// <param name="earliest">Before this nothing is filed.</param>
    /// <param name="due">The deadline.</param>
    /// <param name="dice">Chance.</param>
    public static (Instant At, Receipt Receipt)? When(
        Edition edition, Conduct conduct, Instant earliest, LocalDate due, Dice dice)
    {
        var end = JapanTime.At(due, edition.Hours.Closes);
        return conduct switch
        {
            Conduct.Never or Conduct.Leaves => null,
            Conduct.InTime => Online(Between(earliest, end, dice)),
            Conduct.LastSecond =>
                (end + Processing, new Receipt.Electronic(end - Duration.FromMilliseconds(dice.Between(1, 900)))),
            Conduct.TooLate =>
                Online(dice.InThousand(500) ? end : end + Duration.FromMilliseconds(dice.Between(1, 20_000_000))),
            Conduct.ByPost => Post(edition, dice, PostDay(earliest, due, dice), dice.Between(1, 4)),
            Conduct.ByPostAfterSettlement =>
                Post(edition, dice, due, Period.Between(
                    due, edition.Calendar.AddBusinessDays(due, 9), PeriodUnits.Days).Days),
            Conduct.LatePostmark => Post(edition, dice, due.PlusDays(1), dice.Between(1, 4)),
            _ => throw new InvalidOperationException($"Unknown conduct {conduct}."),
        };
    }

    private static (Instant, Receipt)? Online(Instant at) => (at, new Receipt.Electronic(at));

    /// <summary>A time between two, apart from those of the office.</summary>
    public static Instant Between(Instant from, Instant end, Dice dice)
    {
        var span = (long)(end - from).TotalMilliseconds - 2000;
        var at = from + Duration.FromMilliseconds(span > 1 ? dice.Below(span) : 1000);
        return at.ToUnixTimeMilliseconds() % 1000 == 0 ? at + Duration.FromMilliseconds(7) : at;
    }

    private static LocalDate PostDay(Instant earliest, LocalDate due, Dice dice)
    {
        var first = JapanTime.DateOf(earliest);
        var days = first < due ? Period.Between(first, due, PeriodUnits.Days).Days : 0;
        return due.PlusDays(-dice.Between(0, Math.Min(days, 6)));
    }

    private static (Instant, Receipt)? Post(Edition edition, Dice dice, LocalDate postmark, int days)
    {
        var arrived = edition.Calendar.OnOrAfter(postmark.PlusDays(days));
        var at = JapanTime.At(
            arrived, new LocalTime(10, dice.Between(0, 59), dice.Between(0, 59), dice.Between(1, 999)));
        var registered = dice.InThousand(600);
        var tracking = registered
            ? $"{dice.Between(100, 999)}-{dice.Between(10, 99)}-{dice.Between(10000, 99999)}-{dice.Between(0, 9)}"
            : null;
        return (at, new Receipt.Post(postmark, arrived, registered ? "簡易書留" : "普通郵便", tracking));
    }
}
