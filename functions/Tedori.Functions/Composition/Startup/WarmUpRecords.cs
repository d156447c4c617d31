using Tedori.Workflows.Records;

namespace Tedori.Functions.Composition.Startup;

/// <summary>
/// A record that is forgotten with the rehearsal, which alone uses it. It takes no case: what is committed to a case is
/// counted, and a rehearsal must not be.
/// </summary>
internal sealed class WarmUpRecords : IRecords
{
    private readonly MemoryRecords records = new();

    public Task<Row?> ReadAsync(
        RecordSet set, string partition, string key, CancellationToken cancellation = default) =>
        records.ReadAsync(set, partition, key, cancellation);

    public IAsyncEnumerable<Row> ScanAsync(
        RecordSet set, string partition, string from = "", string? before = null,
        CancellationToken cancellation = default) =>
        records.ScanAsync(set, partition, from, before, cancellation);

    /// <exception cref="RehearsedException">It would have been committed to a case.</exception>
    public Task<CommitOutcome> CommitAsync(
        RecordSet set, string partition, IReadOnlyList<Write> writes, CancellationToken cancellation = default) =>
        set == RecordSet.Cases
            ? throw new RehearsedException()
            : records.CommitAsync(set, partition, writes, cancellation);
}
