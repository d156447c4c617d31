using Tedori.Programme;
using Tedori.Programme.Lottery;
using Tedori.Workflows.Rounds;

namespace Tedori.Season.Checks;

/// <summary>The ledger of places balances, and says of every round what a count of its cases says.</summary>
internal sealed class QuotaCheck(
    IReadOnlyList<RoundState> states, PlaceLedger ledger, RoundRecords rounds) : ISeasonCheck
{
    private readonly Findings findings = new("quota ledger");
    private readonly Dictionary<CaseId, Outcome?> outcomes = [];

    public void Add(CaseDossier dossier) => outcomes[dossier.Id] = dossier.State.Outcome;

    public async Task<Invariant> FinishAsync()
    {
        foreach (var state in states)
        {
            var said = ledger.Book.StatementOf(state.Id.Number);
            var ends = (await rounds.ResultsAsync(state.Id)).Where(r => r.Won)
                .Select(r => outcomes.GetValueOrDefault(r.CaseId)).ToList();
            var counted = (
                Planned: state.Places, In: CarriedInto(state), Won: ends.Count,
                Left: ends.Count(e => e is Outcome.Declined or Outcome.Retracted or Outcome.Abandoned),
                Failed: ends.Count(e => e == Outcome.Ineligible), Lapsed: ends.Count(e => e == Outcome.Lapsed),
                Unfilled: state.Places + CarriedInto(state) - ends.Count, Out: CarriedFrom(state));
            var posted = (
                said.Planned, said.CarriedIn, said.Won, said.Declined, said.Ineligible, said.Lapsed, said.Unfilled,
                said.CarriedOut);
            findings.Expect(counted == posted, () => $"{state.Id}: counted {counted}, posted {posted}");
            findings.Expect(said.Balances && said.Offered == 0, () => $"{state.Id} does not balance: {said}");
        }

        return findings.ToInvariant("accounts of rounds");
    }

    private int CarriedInto(RoundState state) => ledger.Postings.Where(p => p.To == state.Id.Number).Sum(p => p.Count);

    private int CarriedFrom(RoundState state) =>
        ledger.Postings.Where(p => p.From == state.Id.Number).Sum(p => p.Count);
}
