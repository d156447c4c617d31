using System.Globalization;
using System.Runtime.CompilerServices;

namespace Tedori.Workflows.Records;

/// <summary>
/// A record in memory, for tests and rehearsals: whatever a store does is done, and all is gone with the process. Safe
/// for several callers at once. A scan sees the partition as it was when the scan began.
/// </summary>
public sealed class MemoryRecords : IAllRecords
{
    private readonly Dictionary<RowPartition, SortedDictionary<string, Row>> partitions = [];
    private readonly Lock gate = new();
    private long versions;

    /// <inheritdoc/>
    public Task<Row?> ReadAsync(
        RecordSet set, string partition, string key, CancellationToken cancellation = default)
    {
        RecordRules.CheckKey(partition);
        RecordRules.CheckKey(key);
        cancellation.ThrowIfCancellationRequested();
        lock (gate)
            return Task.FromResult(partitions.GetValueOrDefault(new(set, partition))?.GetValueOrDefault(key));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Row> ScanAsync(
        RecordSet set, string partition, string from = "", string? before = null,
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await Task.CompletedTask;
        foreach (var row in Seen(new(new(set, partition), from, before)))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return row;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<(string Partition, Row Row)> ScanAllAsync(
        RecordSet set, string keyFrom = "", string? keyBefore = null,
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        List<string> names;
        lock (gate)
            names = [.. partitions.Keys.Where(p => p.Set == set).Select(p => p.Name).Order(StringComparer.Ordinal)];
        foreach (var name in names)
        {
            await foreach (var row in ScanAsync(set, name, keyFrom, keyBefore, cancellation))
                yield return (name, row);
        }
    }

    /// <inheritdoc/>
    public Task<CommitOutcome> CommitAsync(
        RecordSet set, string partition, IReadOnlyList<Write> writes, CancellationToken cancellation = default)
    {
        RecordRules.CheckCommit(partition, writes);
        cancellation.ThrowIfCancellationRequested();
        lock (gate)
            return Task.FromResult(Commit(new(set, partition), writes));
    }

    private List<Row> Seen(RowRange<Row> range)
    {
        lock (gate)
        {
            return partitions.TryGetValue(range.Partition, out var rows)
                ? [.. rows.Values.Where(r => range.Holds(r.Key))]
                : [];
        }
    }

    private CommitOutcome Commit(RowPartition partition, IReadOnlyList<Write> writes)
    {
        if (!partitions.TryGetValue(partition, out var rows))
            partitions[partition] = rows = new(StringComparer.Ordinal);
        if (writes.FirstOrDefault(w => !Fits(rows, w)) is { } conflict)
            return new CommitOutcome.Conflict(conflict.Key);
        foreach (var write in writes)
        {
            if (BodyOf(write) is { } body)
                rows[write.Key] = new(write.Key, Version(), body) { Partition = partition.Name };
            else
                rows.Remove(write.Key);
        }

        return CommitOutcome.Committed.Instance;
    }

    private string Version() => (++versions).ToString(CultureInfo.InvariantCulture);

    private static bool Fits(SortedDictionary<string, Row> rows, Write write) => write switch
    {
        Write.Insert w => !rows.ContainsKey(w.Key),
        Write.Replace w => rows.TryGetValue(w.Key, out var row) && row.Version == w.Version,
        Write.Delete w => rows.TryGetValue(w.Key, out var row) && row.Version == w.Version,
        _ => true,
    };

    private static string? BodyOf(Write write) => write switch
    {
        Write.Insert w => w.Body,
        Write.Replace w => w.Body,
        Write.Upsert w => w.Body,
        _ => null,
    };
}
