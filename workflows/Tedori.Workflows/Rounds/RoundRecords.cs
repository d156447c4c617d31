using System.Runtime.CompilerServices;
using Tedori.Programme;
using Tedori.Programme.Lottery;
using Tedori.Programme.Lottery.Proofs;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Rounds;

/// <summary>Reads and pages the partition of a round.</summary>
public sealed class RoundRecords(IRecords records)
{
    private const int EntriesOfAPage = 5000;

    /// <summary>The round's state, or a scheduled one where nothing is recorded yet.</summary>
    public async Task<(RoundState State, string? Version)> StateAsync(
        RoundId round, CancellationToken cancellation = default)
    {
        var row = await records.ReadAsync(RoundRows.State(round), cancellation);
        return (row?.Body ?? Scheduled(round), row?.Version);
    }

    /// <summary>Commits the next state with further writes; false where another writer came between.</summary>
    public async Task<bool> MoveAsync(
        RoundState next, string? version, IEnumerable<RowWrite> more, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(next);
        RowWrite[] writes = [RoundRows.State(next.Id).Put(next, version), .. more];
        return (await records.CommitAsync(writes, cancellation)).Succeeded;
    }

    /// <summary>Decides about the round's state; a state that stays is not written.</summary>
    /// <exception cref="ContentionException">Other writers came between too often.</exception>
    public Task<TResult> ChangeAsync<TResult>(
        RoundId round, Func<RoundState, Task<Change<RoundState, TResult>>> decide,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(decide);
        return records.ChangeAsync(RoundRows.State(round), async before =>
        {
            var state = before ?? Scheduled(round);
            var change = await decide(state);
            return ReferenceEquals(change.After, state) ? change with { After = before } : change;
        }, cancellation);
    }

    /// <summary>All entries by serial.</summary>
    public async Task<List<(EntryRow Entry, string Version)>> EntriesAsync(
        RoundId round, CancellationToken cancellation = default) =>
        await records.ScanAsync(RoundRows.EntriesOf(round), cancellation)
            .Select(r => (r.Body, r.Version)).ToListAsync(cancellation);

    /// <summary>
    /// All entries by serial, a page at a time, so that a round of a million is never held as a whole.
    /// </summary>
    public IAsyncEnumerable<IReadOnlyList<(EntryRow Entry, string Version)>> EntryPagesAsync(
        RoundId round, CancellationToken cancellation = default) => EntryPagesAsync(round, 1, cancellation);

    /// <summary>The same from a serial on, inclusive.</summary>
    public async IAsyncEnumerable<IReadOnlyList<(EntryRow Entry, string Version)>> EntryPagesAsync(
        RoundId round, int from, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        for (var serial = from; ; serial += EntriesOfAPage)
        {
            var page = await records.ScanAsync(RoundRows.EntriesOf(round, serial, EntriesOfAPage), cancellation)
                .Select(r => (r.Body, r.Version)).ToListAsync(cancellation);
            if (page.Count > 0)
                yield return page;
            // What is missing in between does not hide what comes behind.
            if (page.Count < EntriesOfAPage
                && serial + EntriesOfAPage > await LastSerialAsync(round, cancellation))
                yield break;
        }
    }

    /// <summary>
    /// The entries that the sweeper still looks at, a page at a time. Of the others, which are most of them after a
    /// draw, no more is read than that they are closed.
    /// </summary>
    public async IAsyncEnumerable<OpenEntries> OpenEntryPagesAsync(
        RoundId round, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        for (var serial = 1; ; serial += EntriesOfAPage)
        {
            var (open, count, last) = (new List<(EntryRow, string)>(), 0, 0);
            var range = RoundRows.EntriesOf(round, serial, EntriesOfAPage);
            await foreach (var row in records.SeeAsync<EntrySight, EntryRow>(range, cancellation))
            {
                (count, last) = (count + 1, row.Part.CaseId.Serial);
                if (!row.Part.Closed && row.Whole() is var whole)
                    open.Add((whole.Body, whole.Version));
            }

            if (count > 0)
                yield return new(open, last);
            if (count < EntriesOfAPage && serial + EntriesOfAPage > await LastSerialAsync(round, cancellation))
                yield break;
        }
    }

    /// <summary>How many entries there are.</summary>
    public Task<int> CountAsync(RoundId round, CancellationToken cancellation = default) =>
        records.CountAsync(RoundRows.EntriesOf(round), cancellation);

    /// <summary>The last serial number that was given, or 0 where there is none.</summary>
    public async Task<int> LastSerialAsync(RoundId round, CancellationToken cancellation = default) =>
        ((await records.ReadAsync(RoundRows.Counter(round), cancellation))?.Body ?? CounterRow.Start).Next - 1;

    /// <summary>
    /// Whether no entry is added any more: before the phase says so, where the sealing was broken off.
    /// </summary>
    public async Task<bool> IsFrozenAsync(RoundId round, CancellationToken cancellation = default) =>
        (await records.ReadAsync(RoundRows.Counter(round), cancellation))?.Body.Sealed == true;

    /// <summary>All rows of a paged list.</summary>
    public async Task<List<T>> PagesAsync<T>(
        RowRange<IReadOnlyList<T>> pages, CancellationToken cancellation = default)
    {
        var all = new List<T>();
        await foreach (var page in records.BodiesAsync(pages, cancellation))
            all.AddRange(page);
        return all;
    }

    /// <summary>The results of the draw that counts, by rank, then those that took no part.</summary>
    public async Task<List<ResultRow>> ResultsAsync(RoundId round, CancellationToken cancellation = default)
    {
        var (state, _) = await StateAsync(round, cancellation);
        return await PagesAsync(RoundRows.ResultsOf(round, state.Draw), cancellation);
    }

    /// <summary>Those of them that won, which stand first: no more pages are read than they fill.</summary>
    public async Task<List<ResultRow>> WinnersAsync(RoundId round, CancellationToken cancellation = default)
    {
        var (state, _) = await StateAsync(round, cancellation);
        return await EachResultAsync(state, cancellation).TakeWhile(r => r.Won).ToListAsync(cancellation);
    }

    /// <summary>All of them, a page at a time.</summary>
    internal async IAsyncEnumerable<ResultRow> EachResultAsync(
        RoundState state, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var page in records.BodiesAsync(RoundRows.ResultsOf(state.Id, state.Draw), cancellation))
        {
            foreach (var result in page)
                yield return result;
        }
    }

    /// <summary>The draws that were done, oldest first.</summary>
    public async Task<List<DrawRow>> DrawsAsync(RoundId round, CancellationToken cancellation = default) =>
        await records.BodiesAsync(RoundRows.DrawsOf(round), cancellation).ToListAsync(cancellation);

    /// <summary>
    /// What fell before witnesses for a draw, from its commitment on, with the public value once two people have typed it.
    /// </summary>
    public async Task<PublishedThrow?> CommittedAsync(
        RoundId round, int draw, CancellationToken cancellation = default)
    {
        if ((await records.ReadAsync(RoundRows.Thrown(round, draw), cancellation))?.Body is not
            { Second: not null, Bound: { } bound } typed)
            return null;
        var closing = (await records.ReadAsync(RoundRows.Closing(round, draw), cancellation))?.Body;
        return new(
            typed.Throw.Sentence(round, draw), bound.CommittedAt, bound.Source, bound.Due,
            closing is { Second: not null } ? closing.Value : null);
    }

    /// <summary>The frozen list as it is stored, with its salts; null before it is frozen.</summary>
    public async Task<(SealedList List, List<ListRow> Rows)?> ListAsync(
        RoundId round, CancellationToken cancellation = default)
    {
        if (await records.ReadAsync(RoundRows.Secret(round), cancellation) is not { } row)
            return null;
        var secret = Convert.FromHexString(row.Body);
        var rows = await PagesAsync(RoundRows.ListOf(round), cancellation);
        var entries = rows.Where(r => r.Number > 0).Select(r => (r.Number, r.CaseId, r.ReceivedAt));
        return (SealedList.Of(round, entries, secret), rows);
    }

    /// <summary>What the salts of a frozen list are made of.</summary>
    internal async Task<byte[]> SecretAsync(RoundId round, CancellationToken cancellation) =>
        Convert.FromHexString((await records.ReadAsync(RoundRows.Secret(round), cancellation))!.Body);

    /// <summary>How many pages the results of a drawn round have: there is a result for each of its entries.</summary>
    public static int PagesOf(RoundState drawn)
    {
        ArgumentNullException.ThrowIfNull(drawn);
        return (drawn.Entries + RoundRows.PageSize - 1) / RoundRows.PageSize;
    }

    /// <summary>The writes that store a list in pages.</summary>
    public static IEnumerable<RowWrite> Pages<T>(RowRange<IReadOnlyList<T>> pages, IEnumerable<T> rows) =>
        rows.Chunk(RoundRows.PageSize).Select((page, i) => RoundRows.Page(pages, i).Upsert(page));

    private static RoundState Scheduled(RoundId round) => new() { Id = round, Phase = RoundPhase.Scheduled };
}
