using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Lottery;
using Tedori.Season.Checks;
using Tedori.Workflows.Cases;

namespace Tedori.Season.Reporting;

/// <summary>Counts one round.</summary>
internal sealed class RoundTally(Edition edition, RoundState round)
{
    private static readonly Step[] LapsingSteps =
        [Step.CompanyRegistration, Step.EligibilityReview, Step.ProjectRegistration, Step.Claim, Step.ClaimReview];

    private readonly Dictionary<Outcome, int> outcomes = [];
    private readonly Dictionary<Step, int> lapsed = [];
    private int registered;
    private int results;
    private int latest;
    private long yen;

    public int Reinstated { get; private set; }

    public void Add(CaseDossier dossier)
    {
        if (dossier.State.Outcome is { } outcome)
            outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
        if (dossier.State is { Outcome: Outcome.Lapsed, ClosedIn: { } step })
            lapsed[step] = lapsed.GetValueOrDefault(step) + 1;
        registered += dossier.State.Filed.ContainsKey(Step.CompanyRegistration) ? 1 : 0;
        yen += dossier.State.GrantYen ?? 0;
        Reinstated += dossier.Events.Count(e => e is CaseEvent.Reinstated);
        foreach (var sent in dossier.Sent.Where(s => IsResult(s.Notice.Kind)))
            AddResult(sent, waited: dossier.Events.Any(e => e is CaseEvent.ResultHeld or CaseEvent.Promoted));
    }

    public RoundReport ToReport() => new(
        round.Id.Number, round.Entries, round.Excluded.Values.Sum(), round.Places, round.CarriedIn, round.Won,
        round.Entries - round.Excluded.Values.Sum() - round.Won, registered,
        LapsingSteps.ToDictionary(NameOf, s => lapsed.GetValueOrDefault(s)),
        Of(Outcome.Declined) + Of(Outcome.Retracted) + Of(Outcome.Abandoned), Of(Outcome.Ineligible),
        Of(Outcome.Granted), Of(Outcome.Refused), yen, results, latest);

    private static bool IsResult(NoticeKind kind) =>
        kind is NoticeKind.ResultWon or NoticeKind.ResultLost or NoticeKind.ResultExcluded;

    private static string NameOf(Step step) => char.ToLowerInvariant(step.ToString()[0]) + step.ToString()[1..];

    private int Of(Outcome outcome) => outcomes.GetValueOrDefault(outcome);

    // Whoever waits until it is settled who answers, or is promoted, says nothing about the days of the round.
    private void AddResult(SentNotice sent, bool waited)
    {
        results++;
        if (waited)
            return;
        var closes = edition.Round(round.Id.Number).EntryCloses;
        latest = Math.Max(latest, edition.Calendar.BusinessDaysBetween(closes, JapanTime.DateOf(sent.SentAt)));
    }
}
