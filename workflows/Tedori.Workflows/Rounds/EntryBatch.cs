using Tedori.Programme;
using Tedori.Programme.Entries;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Rounds;

/// <summary>Puts several entries into a round's list in one commit.</summary>
internal sealed class EntryBatch(IRecords records, ReceiptNumbers numbers, RoundId round)
{
    // Each writes itself, its key and up to three rows by which its company is found again; the counter is written once.
    private const int WritesOfOne = 5;

    /// <summary>Most entries of one commit.</summary>
    public const int Most = (IRecords.MostWrites - 1) / WritesOfOne;

    /// <summary>The rows in the list, in the order of the requests; serial 0 says that the list is frozen.</summary>
    public async Task<IReadOnlyList<EntryRow>> CommitAsync(IReadOnlyList<EntryRequest> requests)
    {
        try
        {
            var rows = await records.ChangeAsync(RoundRows.Counter(round), counter => DecideAsync(counter, requests));
            numbers.Gave(round, rows.Max(r => r.CaseId.Serial) + 1);
            return rows;
        }
        catch (Exception failure) when (failure is not ContentionException)
        {
            numbers.Doubt(round);
            throw;
        }
    }

    private async Task<Change<CounterRow, EntryRow[]>> DecideAsync(
        CounterRow? counter, IReadOnlyList<EntryRequest> requests)
    {
        var (next, rows) = (counter ?? CounterRow.Start, new List<EntryRow>());
        var commit = new Commit();
        if (!next.Sealed)
            next = next with { Next = await numbers.BeginAsync(round, next.Next, requests.Count) };
        foreach (var request in requests)
        {
            var known = rows.Find(r => r.Key == request.Key) ?? await RoundRows.KnownAsync(records, round, request.Key);
            if (known is null && !next.Sealed)
                (known, next) = await AddAsync(commit, request, next);
            rows.Add(known ?? new(new(round, 0), request.ReceivedAt, request.Key, request.Form));
        }

        return new(commit.Writes.Count == 0 ? counter : next, [.. rows], commit.Writes);
    }

    private async Task<(EntryRow Row, CounterRow Next)> AddAsync(
        Commit commit, EntryRequest request, CounterRow counter)
    {
        var id = new CaseId(round, counter.Next);
        var digest = EntryChain.Next(
            counter.Digest ?? EntryChain.Start, id, request.ReceivedAt, request.Form, request.Key);
        var met = false;
        foreach (var company in RoundRows.CompaniesOf(round, request.Keys))
            met |= await MeetsAsync(commit, company, id, request.Form);
        var row = new EntryRow(id, request.ReceivedAt, request.Key, request.Form)
        {
            Digest = digest,
            Shared = met ? true : null,
        };
        var entry = RoundRows.Entry(id);
        commit.Writes.Add(entry.Insert(row));
        commit.Writes.Add(RoundRows.Request(round, request.Key).Insert(entry.Key));
        return (row, counter with { Next = counter.Next + 1, Digest = digest });
    }

    // The first entry of a company stays the one that is told of later ones.
    private async Task<bool> MeetsAsync(Commit commit, RowKey<CaseId> company, CaseId id, EntryForm form)
    {
        if ((commit.Firsts.GetValueOrDefault(company.Key) ?? await FirstAsync(company)) is { } first)
            return CompanyKeys.MayBeOne(first, form);
        commit.Firsts.Add(company.Key, form);
        commit.Writes.Add(company.Insert(id));
        return false;
    }

    private async Task<EntryForm?> FirstAsync(RowKey<CaseId> company) =>
        await records.ReadAsync(company) is { Body: var id }
            ? (await records.ReadAsync(RoundRows.Entry(id)))?.Body.Form
            : null;

    /// <summary>What one commit writes, and who is the first of its company in it.</summary>
    private sealed class Commit
    {
        public List<RowWrite> Writes { get; } = [];

        public Dictionary<string, EntryForm> Firsts { get; } = [];
    }
}
