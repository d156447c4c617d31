using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;

namespace Tedori.Cli.Deploying;

/// <summary>
/// When not to deploy: on the day of a deadline, from two hours before 17:00 until an hour after it. Knows the dates
/// of the
/// edition; a deadline that staff have moved is in the records and unknown here.
/// </summary>
internal static class DeployWindow
{
    private static readonly LocalTime From = new(15, 0);
    private static readonly LocalTime Until = new(18, 0);

    /// <summary>What ends on that date, in the words of the programme; empty on other days.</summary>
    public static IReadOnlyList<string> EndingOn(Edition edition, LocalDate date) =>
        [.. edition.Rounds.SelectMany(Deadlines).Where(deadline => deadline.Date == date)
            .Select(deadline => deadline.Name)];

    /// <summary>Whether a deployment may begin at the instant: the window includes 15:00:00 and ends before
    /// 18:00:00.</summary>
    public static bool IsOpen(Edition edition, Instant at)
    {
        var local = JapanTime.LocalOf(at);
        return local.TimeOfDay < From || local.TimeOfDay >= Until || EndingOn(edition, local.Date).Count == 0;
    }

    private static IEnumerable<(string Name, LocalDate Date)> Deadlines(Round round) =>
    [
        ($"the entries of round {round.Number}", round.EntryCloses),
        ($"the company registration of round {round.Number}", round.CompanyRegistration),
        ($"the project registration of round {round.Number}", round.ProjectRegistration),
        ($"the claims of round {round.Number} without a wage raise", round.Plain.Claim),
        ($"the claims of round {round.Number} with a wage raise", round.Wage.Claim),
    ];
}
