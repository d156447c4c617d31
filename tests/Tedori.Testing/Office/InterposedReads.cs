using Tedori.Workflows.Records;

namespace Tedori.Testing.Office;

/// <summary>A record in which somebody else acts between two reads: after one of them, and before it is answered.</summary>
internal sealed class InterposedReads(IRecords records, int after, Func<Task> act) : IRecords
{
    private int reads;

    public async Task<Row?> ReadAsync(
        RecordSet set, string partition, string key, CancellationToken cancellation = default)
    {
        var row = await records.ReadAsync(set, partition, key, cancellation);
        if (++reads == after)
            await act();
        return row;
    }

    public IAsyncEnumerable<Row> ScanAsync(
        RecordSet set, string partition, string from = "", string? before = null,
        CancellationToken cancellation = default) =>
        records.ScanAsync(set, partition, from, before, cancellation);

    public Task<CommitOutcome> CommitAsync(
        RecordSet set, string partition, IReadOnlyList<Write> writes, CancellationToken cancellation = default) =>
        records.CommitAsync(set, partition, writes, cancellation);
}
