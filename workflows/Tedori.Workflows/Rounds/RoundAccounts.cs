using Tedori.Programme.Cases;
using Tedori.Programme.Lottery;
using Tedori.Workflows.Cases;

namespace Tedori.Workflows.Rounds;

/// <summary>Reads the account of places of a round from its cases and the ledger.</summary>
public sealed class RoundAccounts(RoundRecords rounds, PlaceDesk places, CaseDesk cases, EditionShelf editions)
{
    /// <summary>The account of a round as it stands.</summary>
    public async Task<RoundAccount> OfAsync(RoundId round, CancellationToken cancellation = default)
    {
        var (state, _) = await rounds.StateAsync(round, cancellation);
        var ledger = await places.LedgerAsync(round.Edition, cancellation);
        var planned = editions.Of(round).Round(round.Number).Places;
        var carried = ledger.CarriedInto(round.Number);
        var drawn = state.Phase >= RoundPhase.Drawn;
        var (declined, failed, lapsed) = drawn ? await LeftAsync(round, cancellation) : default;
        return new(
            round, state.Phase, state.Entries, planned, carried, state.Won, drawn ? planned + carried - state.Won : 0,
            declined, failed, lapsed, ledger.CarriedFrom(round.Number));
    }

    private async Task<(int Declined, int Failed, int Lapsed)> LeftAsync(RoundId round, CancellationToken cancellation)
    {
        var (declined, failed, lapsed) = (0, 0, 0);
        foreach (var (entry, _) in await rounds.EntriesAsync(round, cancellation))
        {
            // Who left before the draw never held a place.
            if (await cases.ReadAsync(entry.CaseId, cancellation) is not { State: { Outcome: { } outcome, ClosedIn: > Step.AwaitingDraw } })
                continue;
            declined += outcome is Outcome.Declined or Outcome.Retracted or Outcome.Abandoned ? 1 : 0;
            failed += outcome == Outcome.Ineligible ? 1 : 0;
            lapsed += outcome == Outcome.Lapsed ? 1 : 0;
        }

        return (declined, failed, lapsed);
    }
}
