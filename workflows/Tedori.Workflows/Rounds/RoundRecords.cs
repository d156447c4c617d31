using Tedori.Programme;
using Tedori.Programme.Lottery;
using Tedori.Programme.Serialization;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Rounds;

/// <summary>Reads and pages the partition of a round.</summary>
public sealed class RoundRecords(IRecords records)
{
    /// <summary>The round's state, or a scheduled one where nothing is recorded yet.</summary>
    public async Task<(RoundState State, string? Version)> StateAsync(
        RoundId round, CancellationToken cancellation = default)
    {
        var (state, version) = await records.ReadAsync<RoundState>(
            RecordSet.Rounds, round.ToString(), RoundRows.State, cancellation);
        return (state ?? new RoundState { Id = round, Phase = RoundPhase.Scheduled }, version);
    }

    /// <summary>Commits the next state with further writes; false where another writer came between.</summary>
    public async Task<bool> MoveAsync(
        RoundState next, string? version, IEnumerable<Write> more, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(next);
        Write[] writes = [RecordsExtensions.Put(RoundRows.State, next, version), .. more];
        return (await records.CommitAsync(RecordSet.Rounds, next.Id.ToString(), writes, cancellation)).Succeeded;
    }

    /// <summary>All entries by serial.</summary>
    public async Task<List<(EntryRow Entry, string Version)>> EntriesAsync(
        RoundId round, CancellationToken cancellation = default)
    {
        var entries = new List<(EntryRow, string)>();
        await foreach (var row in records.ScanPrefixAsync(
            RecordSet.Rounds, round.ToString(), RoundRows.Entries, cancellation))
            entries.Add((row.Read<EntryRow>(), row.Version));
        return entries;
    }

    /// <summary>The last serial number that was given, or 0 where there is none.</summary>
    public async Task<int> LastSerialAsync(RoundId round, CancellationToken cancellation = default)
    {
        var (counter, _) = await records.ReadAsync<CounterRow>(
            RecordSet.Rounds, round.ToString(), RoundRows.Counter, cancellation);
        return (counter ?? CounterRow.Start).Next - 1;
    }

    /// <summary>All rows of the paged list under a prefix.</summary>
    public async Task<List<T>> PagesAsync<T>(RoundId round, string prefix, CancellationToken cancellation = default)
    {
        var all = new List<T>();
        await foreach (var row in records.ScanPrefixAsync(RecordSet.Rounds, round.ToString(), prefix, cancellation))
            all.AddRange(row.Read<List<T>>());
        return all;
    }

    /// <summary>The results of the draw that counts, by rank, then those that took no part.</summary>
    public async Task<List<ResultRow>> ResultsAsync(RoundId round, CancellationToken cancellation = default)
    {
        var (state, _) = await StateAsync(round, cancellation);
        return await PagesAsync<ResultRow>(round, RoundRows.ResultsOf(state.Draw), cancellation);
    }

    /// <summary>The draws that were done, oldest first.</summary>
    public async Task<List<DrawRow>> DrawsAsync(RoundId round, CancellationToken cancellation = default)
    {
        var draws = new List<DrawRow>();
        await foreach (var row in records.ScanPrefixAsync(
            RecordSet.Rounds, round.ToString(), RoundRows.Draws, cancellation))
            draws.Add(row.Read<DrawRow>());
        return draws;
    }

    /// <summary>The frozen list as it is stored, with its salts; null before it is frozen.</summary>
    public async Task<(SealedList List, List<ListRow> Rows)?> ListAsync(
        RoundId round, CancellationToken cancellation = default)
    {
        if (await records.ReadAsync(RecordSet.Rounds, round.ToString(), RoundRows.Secret, cancellation) is not { } row)
            return null;
        var secret = Convert.FromHexString(row.Read<string>());
        var rows = await PagesAsync<ListRow>(round, RoundRows.List, cancellation);
        var entries = rows.Where(r => r.Exclusion is null)
            .Select(r => new SealedEntry(r.Number, r.CaseId, r.ReceivedAt, SealedEntry.SaltOf(r.CaseId, secret)))
            .ToList();
        return (new SealedList(round, entries), rows);
    }

    /// <summary>How many pages the results of a drawn round have: there is a result for each of its entries.</summary>
    public static int PagesOf(RoundState drawn)
    {
        ArgumentNullException.ThrowIfNull(drawn);
        return (drawn.Entries + RoundRows.PageSize - 1) / RoundRows.PageSize;
    }

    /// <summary>The writes that store a list in pages.</summary>
    public static IEnumerable<Write> Pages<T>(string prefix, IEnumerable<T> rows) =>
        rows.Chunk(RoundRows.PageSize).Select(
            (page, i) => new Write.Upsert(RoundRows.Page(prefix, i), TedoriJson.Write(page)));
}
