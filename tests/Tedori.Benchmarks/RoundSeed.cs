using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Entries;
using Tedori.Workflows.Records;
using Tedori.Workflows.Rounds;

namespace Tedori.Benchmarks;

/// <summary>
/// Writes the entries of a round's list as the service of entries writes them, many in a commit, and nothing else of
/// them: no case, and none of the rows by which a later entry would find them. So what the sealing and the draw of a
/// million take is measured without the time of their companies.
/// </summary>
internal sealed class RoundSeed(IRecords records, RoundId round)
{
    private const int PartSize = 10_000;

    private string digest = EntryChain.Start;
    private int serial;

    /// <summary>Writes them into an empty round.</summary>
    public async Task WriteAsync(
        IEnumerable<(EntryForm Form, Instant ReceivedAt, string Key)> entries, Action<int> progress,
        CancellationToken cancellation)
    {
        foreach (var part in entries.Chunk(PartSize))
        {
            await records.CommitManyAsync(part.Select(RowOf), cancellation);
            progress(serial);
        }

        await records.CommitAsync(
            RoundRows.Counter(round).Upsert(new(serial + 1, Sealed: false, digest)), cancellation);
    }

    private RowWrite RowOf((EntryForm Form, Instant ReceivedAt, string Key) entry)
    {
        var id = new CaseId(round, ++serial);
        digest = EntryChain.Next(digest, id, entry.ReceivedAt, entry.Form, entry.Key);
        return RoundRows.Entry(id).Insert(new(id, entry.ReceivedAt, entry.Key, entry.Form) { Digest = digest });
    }
}
