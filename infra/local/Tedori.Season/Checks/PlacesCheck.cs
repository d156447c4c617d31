using Tedori.Programme.Lottery;

namespace Tedori.Season.Checks;

/// <summary>
/// No round grants more places than its quota plus what was carried in, and what is carried was free.
/// </summary>
internal sealed class PlacesCheck(IReadOnlyList<RoundState> rounds, PlaceLedger ledger) : ISeasonCheck
{
    private readonly Findings findings = new("places");
    private readonly Dictionary<int, int> won = [];
    private readonly Dictionary<int, int> keeping = [];
    private readonly Dictionary<int, int> reinstated = [];

    public void Add(CaseDossier dossier)
    {
        var drawn = dossier.Events.Any(e => e is Programme.Cases.CaseEvent.Won);
        if (!drawn && !dossier.Events.Any(e => e is Programme.Cases.CaseEvent.Promoted))
            return;
        var round = dossier.Id.Round.Number;
        won[round] = won.GetValueOrDefault(round) + (drawn ? 1 : 0);
        reinstated[round] = reinstated.GetValueOrDefault(round)
            + (dossier.Events.Any(e => e is Programme.Cases.CaseEvent.Reinstated) ? 1 : 0);
        if (dossier.State.Outcome is Programme.Outcome.Granted or Programme.Outcome.Refused)
            keeping[round] = keeping.GetValueOrDefault(round) + 1;
    }

    public Task<Invariant> FinishAsync()
    {
        foreach (var round in rounds)
        {
            var number = round.Id.Number;
            var places = round.Places + ledger.Postings.Where(p => p.To == number).Sum(p => p.Count);
            var winners = won.GetValueOrDefault(number);
            findings.Expect(winners <= places, () => $"round {number}: {winners} winners for {places} places");
            findings.Expect(winners == round.Won, () => $"round {number}: {winners} winners told, {round.Won} drawn");
            var carried = ledger.Postings.Where(p => p.From == number).Sum(p => p.Count);
            // A place that was carried after a lapse stays carried where late post undoes the lapse.
            var free = places - keeping.GetValueOrDefault(number) + reinstated.GetValueOrDefault(number);
            findings.Expect(carried <= free, () => $"round {number}: {carried} carried out of {free} free places");
        }

        return Task.FromResult(findings.ToInvariant("balances of rounds"));
    }
}
