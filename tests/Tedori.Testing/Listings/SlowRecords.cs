using System.Runtime.CompilerServices;
using Tedori.Workflows.Records;

namespace Tedori.Testing.Listings;

/// <summary>A store whose scans of some partitions are counted, fail at first, or wait until they are let go.</summary>
internal sealed class SlowRecords(IRecords records) : IRecords
{
    private readonly TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int scans;

    /// <summary>How partitions begin whose scans are slow.</summary>
    public string Slow { get; init; } = "directory-";

    /// <summary>How many scans still fail.</summary>
    public int Failures { get; set; }

    /// <summary>What scans wait for.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public int Scans => Volatile.Read(ref scans);

    public Task FirstScan => first.Task;

    public Task<Row?> ReadAsync(
        RecordSet set, string partition, string key, CancellationToken cancellation = default) =>
        records.ReadAsync(set, partition, key, cancellation);

    public async IAsyncEnumerable<Row> ScanAsync(
        RecordSet set, string partition, string from = "", string? before = null,
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        if (partition.StartsWith(Slow, StringComparison.Ordinal))
        {
            Interlocked.Increment(ref scans);
            first.TrySetResult();
            if (Failures-- > 0)
                throw new IOException("The store is away.");
            await Gate.WaitAsync(cancellation);
        }

        await foreach (var row in records.ScanAsync(set, partition, from, before, cancellation))
            yield return row;
    }

    public Task<CommitOutcome> CommitAsync(
        RecordSet set, string partition, IReadOnlyList<Write> writes, CancellationToken cancellation = default) =>
        records.CommitAsync(set, partition, writes, cancellation);
}
