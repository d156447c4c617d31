using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Entries;
using Tedori.Programme.Lottery;
using Tedori.Workflows.Rounds;

namespace Tedori.Season.Checks;

/// <summary>The ledger of places balances, and says of every round what a count of its cases says.</summary>
internal sealed class QuotaCheck(
    IReadOnlyList<RoundState> states, PlaceLedger ledger, RoundRecords rounds) : ISeasonCheck
{
    private readonly Findings findings = new("quota ledger");
    private readonly List<(CaseId Id, bool Promoted, Outcome? Outcome)> holders = [];

    public void Add(CaseDossier dossier)
    {
        var promoted = dossier.Events.Any(e => e is CaseEvent.Promoted);
        if (promoted || dossier.Events.Any(e => e is CaseEvent.Won or CaseEvent.Excluded { Reason: Exclusion.WonElsewhere }))
            holders.Add((dossier.Id, promoted, dossier.State.Outcome));
    }

    public async Task<Invariant> FinishAsync()
    {
        foreach (var state in states)
        {
            var said = ledger.Book.StatementOf(state.Id.Number);
            var ends = holders.Where(h => h.Id.Round == state.Id).Select(h => h.Outcome).ToList();
            var promoted = holders.Count(h => h.Promoted && h.Id.Round == state.Id);
            var lots = (await rounds.ResultsAsync(state.Id)).Count(r => r.Won);
            findings.Expect(lots == ends.Count - promoted,
                () => $"{state.Id}: {lots} lots won, {ends.Count - promoted} companies were told so");
            var counted = (
                Planned: state.Places, In: CarriedInto(state), Won: lots, Promoted: promoted,
                Left: ends.Count(e => e is Outcome.Declined or Outcome.Retracted or Outcome.Abandoned),
                Failed: ends.Count(e => e is Outcome.Ineligible or Outcome.Excluded), Lapsed: ends.Count(e => e == Outcome.Lapsed),
                Unfilled: state.Places + CarriedInto(state) - lots, Out: CarriedFrom(state));
            var posted = (
                said.Planned, said.CarriedIn, said.Won, said.Promoted, said.Declined, said.Ineligible, said.Lapsed,
                said.Unfilled, said.CarriedOut);
            findings.Expect(counted == posted, () => $"{state.Id}: counted {counted}, posted {posted}");
            findings.Expect(said.Balances && said.Offered == 0, () => $"{state.Id} does not balance: {said}");
        }

        return findings.ToInvariant("accounts of rounds");
    }

    private int CarriedInto(RoundState state) => ledger.Postings.Where(p => p.To == state.Id.Number).Sum(p => p.Count);

    private int CarriedFrom(RoundState state) =>
        ledger.Postings.Where(p => p.From == state.Id.Number).Sum(p => p.Count);
}
