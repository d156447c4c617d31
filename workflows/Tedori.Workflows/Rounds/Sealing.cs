using NodaTime;
using Tedori.Programme.Cases;
using Tedori.Programme.Entries;
using Tedori.Programme.Lottery;
using Tedori.Programme.Programmes;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Rounds;

/// <summary>Freezes the list of a round and draws it.</summary>
public sealed class Sealing(IRecords records, RoundRecords rounds, SelectedCompanies selected, PlaceDesk places)
{
    /// <summary>Freezes: no entry can be added once the counter says so; then the list is screened and stored.</summary>
    public async Task SealAsync(
        Edition edition, RoundState state, string? version, Instant now, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(state);
        await CloseCounterAsync(state.Id, cancellation);
        var carriedIn = await places.SealAsync(state.Id, cancellation);
        var entries = (await rounds.EntriesAsync(state.Id, cancellation)).Select(e => e.Entry.ToEntry()).ToList();
        var screened = Screening.Run(edition.Entry, entries, await selected.AllAsync(state.Id.Edition, cancellation));
        var list = SealedList.Of(state.Id, screened);
        await StoreAsync(state.Id, RoundRows.List, Rows(list, screened), cancellation);
        var next = state with
        {
            Phase = RoundPhase.Sealed,
            SealedAt = now,
            Entries = entries.Count,
            Excluded = screened.Where(s => s.Exclusion is not null)
                .GroupBy(s => s.Exclusion!.Value).OrderBy(g => g.Key).ToDictionary(g => g.Key, g => g.Count()),
            Digest = list.Digest,
            CarriedIn = carriedIn,
            BeaconDue = now + edition.Windows.BeaconDelay,
        };
        await rounds.MoveAsync(next, version, [], cancellation);
    }

    /// <summary>Draws the frozen list with the beacon's value and stores the results.</summary>
    /// <exception cref="InvalidOperationException">The stored list does not have the digest that was published.</exception>
    public async Task DrawAsync(
        RoundState state, string? version, byte[] seed, Instant now, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(state);
        var rows = await rounds.PagesAsync<ListRow>(state.Id, RoundRows.List, cancellation);
        var entries = rows.Where(r => r.Exclusion is null)
            .Select(r => new SealedEntry(r.Number, r.CaseId, r.ReceivedAt)).ToList();
        var list = new SealedList(state.Id, entries, SealedList.DigestOf(entries));
        if (list.Digest != state.Digest)
            throw new InvalidOperationException($"The list of {state.Id} was changed after its digest was published.");
        var draw = Draw.Run(list, seed, state.Places + state.CarriedIn);
        var results = draw.Ranking.Select(r => new ResultRow(r.CaseId, r.Rank, r.Won, null))
            .Concat(rows.Where(r => r.Exclusion is not null).Select(r => new ResultRow(r.CaseId, 0, false, r.Exclusion)));
        await StoreAsync(state.Id, RoundRows.Results, results, cancellation);
        var won = draw.Ranking.Count(r => r.Won);
        var next = state with { Phase = RoundPhase.Drawn, DrawnAt = now, Seed = draw.Seed, Won = won };
        await rounds.MoveAsync(next, version, [], cancellation);
    }

    private Task<CounterRow> CloseCounterAsync(RoundId round, CancellationToken cancellation) =>
        RecordsExtensions.UntilCommittedAsync(async () =>
        {
            var (counter, version) = await records.ReadAsync<CounterRow>(
                RecordSet.Rounds, round.ToString(), RoundRows.Counter, cancellation);
            var closed = (counter ?? CounterRow.Start) with { Sealed = true };
            if (counter == closed)
                return closed;
            var write = RecordsExtensions.Put(RoundRows.Counter, closed, version);
            var outcome = await records.CommitAsync(RecordSet.Rounds, round.ToString(), [write], cancellation);
            return outcome.Succeeded ? closed : null;
        });

    // Pages are the same on every run, so a crash between two commits does no harm.
    private async Task StoreAsync<T>(RoundId round, string prefix, IEnumerable<T> rows, CancellationToken cancellation)
    {
        foreach (var writes in RoundRecords.Pages(prefix, rows).Chunk(IRecords.MostWrites))
            await records.CommitAsync(RecordSet.Rounds, round.ToString(), writes, cancellation);
    }

    private static IEnumerable<ListRow> Rows(SealedList list, IReadOnlyList<(Entry Entry, Exclusion? Exclusion)> screened)
    {
        var numbers = list.Entries.ToDictionary(e => e.CaseId, e => e.Number);
        return screened.Select(s => new ListRow(
            numbers.GetValueOrDefault(s.Entry.CaseId), s.Entry.CaseId, s.Entry.ReceivedAt, s.Exclusion));
    }
}
