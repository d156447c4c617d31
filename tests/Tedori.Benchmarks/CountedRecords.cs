using Tedori.Workflows.Records;

namespace Tedori.Benchmarks;

/// <summary>The records, counting what is committed.</summary>
internal sealed class CountedRecords(IRecords inner) : IRecords
{
    private long commits;
    private long rows;

    public Backoff Backoff => inner.Backoff;

    public long Commits => Interlocked.Read(ref commits);

    public long Rows => Interlocked.Read(ref rows);

    public Task<Row?> ReadAsync(
        RecordSet set, string partition, string key, CancellationToken cancellation = default) =>
        inner.ReadAsync(set, partition, key, cancellation);

    public IAsyncEnumerable<Row> ScanAsync(
        RecordSet set, string partition, string from = "", string? before = null,
        CancellationToken cancellation = default) =>
        inner.ScanAsync(set, partition, from, before, cancellation);

    public async Task<CommitOutcome> CommitAsync(
        RecordSet set, string partition, IReadOnlyList<Write> writes, CancellationToken cancellation = default)
    {
        var outcome = await inner.CommitAsync(set, partition, writes, cancellation);
        if (outcome.Succeeded)
        {
            Interlocked.Increment(ref commits);
            Interlocked.Add(ref rows, writes.Count);
        }

        return outcome;
    }
}
