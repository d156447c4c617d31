using Tedori.Programme;
using Tedori.Programme.Entries;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Rounds;

/// <summary>Puts several entries into a round's list in one commit.</summary>
internal sealed class EntryBatch(IRecords records, RoundId round)
{
    // Each writes itself, its key and up to three rows by which its company is found again; the counter is written once.
    private const int WritesOfOne = 5;

    /// <summary>Most entries of one commit.</summary>
    public const int Most = (IRecords.MostWrites - 1) / WritesOfOne;

    /// <summary>The rows in the list, in the order of the requests; serial 0 says that the list is frozen.</summary>
    public async Task<IReadOnlyList<EntryRow>> CommitAsync(IReadOnlyList<EntryRequest> requests) =>
        await records.ChangeAsync(RoundRows.Counter(round), counter => DecideAsync(counter, requests));

    private async Task<Change<CounterRow, EntryRow[]>> DecideAsync(
        CounterRow? counter, IReadOnlyList<EntryRequest> requests)
    {
        var (next, rows) = (counter ?? CounterRow.Start, new List<EntryRow>());
        var writes = new Dictionary<string, RowWrite>();
        foreach (var request in requests)
        {
            var known = rows.Find(r => r.Key == request.Key) ?? await RoundRows.KnownAsync(records, round, request.Key);
            if (known is null && !next.Sealed)
                (known, next) = await AddAsync(writes, request, next);
            rows.Add(known ?? new(new(round, 0), request.ReceivedAt, request.Key, request.Form));
        }

        return new(writes.Count == 0 ? counter : next, [.. rows], [.. writes.Values]);
    }

    private async Task<(EntryRow Row, CounterRow Next)> AddAsync(
        Dictionary<string, RowWrite> writes, EntryRequest request, CounterRow counter)
    {
        var id = new CaseId(round, counter.Next);
        var digest = EntryChain.Next(
            counter.Digest ?? EntryChain.Start, id, request.ReceivedAt, request.Form, request.Key);
        var met = 0;
        foreach (var company in RoundRows.CompaniesOf(round, request.Keys))
        {
            // The first entry of a company stays the one that is told of later ones.
            if (writes.ContainsKey(company.Key) || await records.ExistsAsync(company))
                met++;
            else
                Add(company.Insert(id));
        }

        var row = new EntryRow(id, request.ReceivedAt, request.Key, request.Form)
        {
            Digest = digest,
            Shared = met > 0 ? true : null,
        };
        var entry = RoundRows.Entry(id);
        Add(entry.Insert(row));
        Add(RoundRows.Request(round, request.Key).Insert(entry.Key));
        return (row, counter with { Next = counter.Next + 1, Digest = digest });

        void Add(RowWrite write) => writes.Add(write.Key, write);
    }
}
