using Tedori.Programme;
using Tedori.Programme.Editions;
using Tedori.Programme.Entries;
using Tedori.Workflows.Records;
using Tedori.Workflows.Rounds;

namespace Tedori.Benchmarks;

/// <summary>
/// Writes the rows of a round's list as the service of entries writes them, many in a commit and without their cases: what
/// a list of a million takes to be sealed and drawn can be measured without the hour of its companies.
/// </summary>
internal sealed class RoundSeed(IRecords records, Edition edition, RoundId round)
{
    private const int PartSize = 5000;

    private readonly HashSet<string> companies = [];
    private string digest = EntryChain.Start;

    /// <summary>Writes so many entries of an empty round.</summary>
    public async Task WriteAsync(
        IEnumerable<(EntryForm Form, NodaTime.Instant ReceivedAt, string Key)> entries, Action<int> progress,
        CancellationToken cancellation)
    {
        var serial = 0;
        foreach (var part in entries.Chunk(PartSize))
        {
            var keys = new CompanyKeys[part.Length];
            Parallel.For(0, part.Length, i => keys[i] = CompanyKeys.Of(part[i].Form, edition.Entry.Reading));
            var writes = part.SelectMany((entry, i) => Rows(++serial, entry, keys[i])).ToList();
            await records.CommitManyAsync(writes, cancellation);
            progress(serial);
        }

        await records.CommitAsync(
            RoundRows.Counter(round).Upsert(new(serial + 1, Sealed: false, digest)), cancellation);
    }

    private IEnumerable<RowWrite> Rows(
        int serial, (EntryForm Form, NodaTime.Instant ReceivedAt, string Key) entry, CompanyKeys keys)
    {
        var id = new CaseId(round, serial);
        digest = EntryChain.Next(digest, id, entry.ReceivedAt, entry.Form, entry.Key);
        var (row, met) = (RoundRows.Entry(id), false);
        foreach (var company in RoundRows.CompaniesOf(round, keys))
        {
            if (companies.Add(company.Key))
                yield return company.Insert(id);
            else
                met = true;
        }

        yield return RoundRows.Request(round, entry.Key).Insert(row.Key);
        yield return row.Insert(new(id, entry.ReceivedAt, entry.Key, entry.Form) { Digest = digest, Shared = met ? true : null });
    }
}
