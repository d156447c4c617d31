using NodaTime;
using Tedori.Programme.Cases;
using Tedori.Programme.Lottery;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Rounds;

/// <summary>Carries places between rounds, by a decision of two people, and fixes them when a round is sealed.</summary>
public sealed class PlaceDesk(IRecords records, EditionShelf editions, RoundRecords rounds, CaseDesk cases, IClock clock)
{
    private const string LedgerRow = "ledger";

    /// <summary>The ledger of an edition.</summary>
    public async Task<PlaceLedger> LedgerAsync(string edition, CancellationToken cancellation = default) =>
        (await ReadAsync(edition, cancellation)).Ledger;

    /// <summary>What could be carried into a round now.</summary>
    public async Task<IReadOnlyList<FreePlaces>> ProposeAsync(RoundId round, CancellationToken cancellation = default) =>
        (await LedgerAsync(round.Edition, cancellation)).Propose(round.Number, await FreeAsync(round, cancellation));

    /// <summary>Carries places into a round; a refusal where the rules forbid it. Carrying the same again is a no-op.</summary>
    public async Task<Refusal?> CarryAsync(
        RoundId round, int from, int count, string decidedBy, string confirmedBy, CancellationToken cancellation = default)
    {
        var free = await FreeAsync(round, cancellation);
        var posting = new CarryPosting(from, round.Number, count, clock.GetCurrentInstant(), decidedBy, confirmedBy);
        Refusal? refusal = null;
        await ChangeAsync(round.Edition, ledger =>
        {
            (ledger, refusal) = ledger.Carry(posting, free);
            return ledger;
        }, cancellation);
        return refusal;
    }

    /// <summary>Fixes the places of a round and answers with those carried in.</summary>
    public async Task<int> SealAsync(RoundId round, CancellationToken cancellation = default) =>
        (await ChangeAsync(round.Edition, ledger => ledger.Seal(round.Number), cancellation)).CarriedInto(round.Number);

    private static string Partition(string edition) => $"places-{edition}";

    private async Task<(PlaceLedger Ledger, string? Version)> ReadAsync(string edition, CancellationToken cancellation)
    {
        var (ledger, version) = await records.ReadAsync<PlaceLedger>(
            RecordSet.Office, Partition(edition), LedgerRow, cancellation);
        return (ledger ?? PlaceLedger.Empty, version);
    }

    private Task<PlaceLedger> ChangeAsync(
        string edition, Func<PlaceLedger, PlaceLedger> change, CancellationToken cancellation) =>
        RecordsExtensions.UntilCommittedAsync(async () =>
        {
            var (before, version) = await ReadAsync(edition, cancellation);
            var after = change(before);
            if (after == before)
                return after;
            var write = RecordsExtensions.Put(LedgerRow, after, version);
            var outcome = await records.CommitAsync(RecordSet.Office, Partition(edition), [write], cancellation);
            return outcome.Succeeded ? after : null;
        });

    private async Task<List<FreePlaces>> FreeAsync(RoundId round, CancellationToken cancellation)
    {
        var free = new List<FreePlaces>();
        foreach (var earlier in editions.Of(round).Rounds.Where(r => r.Number < round.Number))
        {
            var id = round with { Number = earlier.Number };
            var (state, _) = await rounds.StateAsync(id, cancellation);
            if (state.Phase == RoundPhase.Published)
                free.Add(new(id.Number, state.Places + state.CarriedIn - state.Won, await FreedAsync(id, cancellation)));
        }

        return free;
    }

    private async Task<int> FreedAsync(RoundId round, CancellationToken cancellation)
    {
        var freed = 0;
        var results = await rounds.PagesAsync<ResultRow>(round, RoundRows.Results, cancellation);
        foreach (var won in results.Where(r => r.Won))
            freed += await cases.ReadAsync(won.CaseId, cancellation) is { State.Outcome: { } o } && Frees(o) ? 1 : 0;
        return freed;
    }

    private static bool Frees(Outcome outcome) => outcome is Outcome.Declined or Outcome.Retracted or Outcome.Abandoned
        or Outcome.Lapsed or Outcome.Ineligible;
}
