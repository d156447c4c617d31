using Tedori.Programme;
using Tedori.Programme.Entries;
using Tedori.Programme.Serialization;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Rounds;

/// <summary>Puts several entries into a round's list in one commit.</summary>
internal sealed class EntryBatch(IRecords records, RoundId round)
{
    // Each writes itself, its key and up to two rows by which its company is found again; the counter is written once.
    private const int WritesOfOne = 4;

    /// <summary>Most entries of one commit.</summary>
    public const int Most = (IRecords.MostWrites - 1) / WritesOfOne;

    private readonly string partition = round.ToString();

    /// <summary>The rows in the list, in the order of the requests; serial 0 says that the list is frozen.</summary>
    public async Task<IReadOnlyList<EntryRow>> CommitAsync(IReadOnlyList<EntryRequest> requests) =>
        await RecordsExtensions.UntilCommittedAsync(() => TryAsync(requests));

    private async Task<EntryRow[]?> TryAsync(IReadOnlyList<EntryRequest> requests)
    {
        var (counter, version) = await records.ReadAsync<CounterRow>(RecordSet.Rounds, partition, RoundRows.Counter);
        var (next, rows) = (counter ?? CounterRow.Start, new List<EntryRow>());
        var writes = new Dictionary<string, Write>();
        foreach (var request in requests)
        {
            var known = rows.Find(r => r.Key == request.Key) ?? await RoundRows.KnownAsync(records, round, request.Key);
            if (known is null && !next.Sealed)
                (known, next) = await AddAsync(writes, request, next);
            rows.Add(known ?? new(new(round, 0), request.ReceivedAt, request.Key, request.Form));
        }

        if (writes.Count == 0)
            return [.. rows];
        writes.Add(RoundRows.Counter, RecordsExtensions.Put(RoundRows.Counter, next, version));
        var outcome = await records.CommitAsync(RecordSet.Rounds, partition, [.. writes.Values]);
        return outcome.Succeeded ? [.. rows] : null;
    }

    private async Task<(EntryRow Row, CounterRow Next)> AddAsync(
        Dictionary<string, Write> writes, EntryRequest request, CounterRow counter)
    {
        var id = new CaseId(round, counter.Next);
        var digest = EntryChain.Next(
            counter.Digest ?? EntryChain.Start, id, request.ReceivedAt, request.Form, request.Key);
        var row = new EntryRow(id, request.ReceivedAt, request.Key, request.Form) { Digest = digest };
        var key = RoundRows.Entry(counter.Next);
        Add(new Write.Insert(key, TedoriJson.Write(row)));
        Add(new Write.Insert(RoundRows.KeyOf(request.Key), TedoriJson.Write(key)));
        foreach (var company in RoundRows.CompaniesOf(request.Form))
        {
            // The first entry of a company stays the one that later ones are told of.
            if (!writes.ContainsKey(company) && await records.ReadAsync(RecordSet.Rounds, partition, company) is null)
                Add(new Write.Insert(company, TedoriJson.Write(id)));
        }

        return (row, counter with { Next = counter.Next + 1, Digest = digest });

        void Add(Write write) => writes.Add(write.Key, write);
    }
}
