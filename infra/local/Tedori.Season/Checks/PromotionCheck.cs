using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Lottery;
using Tedori.Programme.Signing;

namespace Tedori.Season.Checks;

/// <summary>
/// Places that came back go to the next of the ranking where the year has it so, and nowhere else: by a decision of
/// two, never more than came back, and nobody is passed by but who holds a place already.
/// </summary>
internal sealed class PromotionCheck(
    Edition edition, IReadOnlyList<RoundState> rounds, PlaceLedger ledger, Agenda agenda) : ISeasonCheck
{
    private readonly Findings findings = new("promotions");
    private readonly EntryPlans entries = new(agenda);
    private readonly Dictionary<(RoundId Round, string Company), Lot> lots = [];

    private ILookup<string, (RoundId Round, Instant At)> places = null!;

    private readonly ILookup<RoundId, Instant> decided = new Decisions(agenda).Of<ProposedAction.Promote>()
        .ToLookup(d => d.Action.Round, d => d.At);

    public void Add(CaseDossier dossier)
    {
        var promoted = dossier.Events.OfType<CaseEvent.Promoted>().SingleOrDefault();
        if (promoted is not null)
            Look(dossier, promoted);
        var key = (dossier.Id.Round, entries.CompanyOf(dossier) ?? dossier.Id.ToString());
        var lot = lots.GetValueOrDefault(key) ?? new(null, null, null, null);
        var got = (CaseEvent?)promoted ?? dossier.Events.OfType<CaseEvent.Won>().SingleOrDefault();
        var closed = dossier.State.Outcome is Outcome.Granted or Outcome.Refused
            ? null
            : dossier.Events.LastOrDefault(IsEnd);
        lots[key] = new(
            lot.Lost ?? dossier.Events.OfType<CaseEvent.Lost>().Select(e => (int?)e.Rank).FirstOrDefault(),
            lot.Got ?? got?.At, lot.Promoted ?? promoted?.At, lot.Returned ?? (got is null ? null : closed?.At));
    }

    public Task<Invariant> FinishAsync()
    {
        places = lots.Where(l => l.Value.Got is not null)
            .ToLookup(l => l.Key.Company, l => (l.Key.Round, l.Value.Got!.Value));
        var byRound = lots.ToLookup(l => l.Key.Round, l => l.Value with { Company = l.Key.Company });
        foreach (var round in rounds)
            Look(round, [.. byRound[round.Id]]);
        return Task.FromResult(findings.ToInvariant("promotions and rounds"));
    }

    private void Look(CaseDossier dossier, CaseEvent.Promoted promoted) => findings.Expect(
        edition.Entry.Promotes && promoted.Signed is { AreOfTwoPeople: true }
            && decided[dossier.Id.Round].Any(at => at <= promoted.At),
        () => $"{dossier.Id} was promoted at {promoted.At} without a decision of two");

    private void Look(RoundState round, List<Lot> all)
    {
        var promoted = all.Where(l => l.Promoted is not null).ToList();
        foreach (var lot in promoted)
        {
            var (back, given) = (Back(all, lot.Promoted!.Value), promoted.Count(l => l.Promoted <= lot.Promoted));
            findings.Expect(given <= back, () => $"{round.Id}: {given} promoted to {back} places");
            foreach (var passed in all.Where(l => l.Lost < lot.Lost && !(l.Promoted <= lot.Promoted)))
                findings.Expect(HoldsAnother(passed, round, lot.Promoted.Value),
                    () => $"{round.Id}: rank {lot.Lost} was promoted, and rank {passed.Lost} passed by");
        }

        foreach (var at in decided[round.Id])
        {
            var waiting = all.Count(
                l => l.Lost is not null && !(l.Promoted < at) && !HoldsAnother(l, round, l.Promoted ?? at));
            var free = Back(all, at) - CarriedOn(round, at) - promoted.Count(l => l.Promoted < at);
            var next = decided[round.Id].Where(later => later > at).Append(Instant.MaxValue).Min();
            var given = promoted.Count(l => l.Promoted >= at && l.Promoted < next);
            findings.Expect(IsOpenElsewhere(round, at) ? given == 0 : given >= Math.Min(free, waiting),
                () => $"{round.Id}: {given} promoted, {free} places were free and {waiting} waited at {at}");
        }

        findings.Expect(edition.Entry.Promotes || promoted.Count == 0, () => $"{round.Id}: somebody was promoted");
    }

    private static int Back(List<Lot> all, Instant at) => all.Count(l => l.Returned <= at);

    // What is carried is first what nobody had entered for.
    private int CarriedOn(RoundState round, Instant at)
    {
        var carried = ledger.Postings.Where(p => p.From == round.Id.Number && p.At <= at).Sum(p => p.Count);
        return Math.Max(0, carried - (round.Places + round.CarriedIn - round.Won));
    }

    private bool HoldsAnother(Lot lot, RoundState round, Instant at) => !edition.Entry.WinnersMayEnterAgain
        && places[lot.Company].Any(p => p.Round != round.Id && (p.At <= at || IsDrawn(p.Round, at)));

    // Nobody knows yet who will hold the places of a round that is frozen and whose result is not out.
    private bool IsOpenElsewhere(RoundState round, Instant at) => !edition.Entry.WinnersMayEnterAgain
        && rounds.Any(r => r.Id != round.Id && r.SealedAt <= at && !(r.ReleasedAt <= at));

    // Who was drawn elsewhere and is told only later holds that place.
    private bool IsDrawn(RoundId id, Instant at) => rounds.Single(r => r.Id == id).DrawnAt <= at;

    private static bool IsEnd(CaseEvent e) => e is CaseEvent.Declined or CaseEvent.Retracted or CaseEvent.Abandoned
        or CaseEvent.Lapsed or CaseEvent.EligibilityFailed;

    private sealed record Lot(int? Lost, Instant? Got, Instant? Promoted, Instant? Returned)
    {
        public string Company { get; init; } = "";
    }
}
