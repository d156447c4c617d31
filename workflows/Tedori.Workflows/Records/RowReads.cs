using System.Runtime.CompilerServices;

namespace Tedori.Workflows.Records;

/// <summary>Reads and writes rows by their keys.</summary>
public static class RowReads
{
    /// <summary>The row, or null where there is none.</summary>
    /// <exception cref="DamagedRowException">Its body does not hold what it should.</exception>
    public static async Task<Row<T>?> ReadAsync<T>(
        this IRecords records, RowKey<T> key, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(records);
        var row = await records.ReadAsync(key.Partition.Set, key.Partition.Name, key.Key, cancellation);
        return row is null ? null : new(row);
    }

    /// <summary>Whether there is such a row, whatever it holds.</summary>
    public static async Task<bool> ExistsAsync<T>(
        this IRecords records, RowKey<T> key, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(records);
        return await records.ReadAsync(key.Partition.Set, key.Partition.Name, key.Key, cancellation) is not null;
    }

    /// <summary>
    /// The rows of a range in order of key. Pages behind the scenes; rows written meanwhile may or may not appear.
    /// </summary>
    /// <exception cref="DamagedRowException">The row that is come to does not hold what it should.</exception>
    public static async IAsyncEnumerable<Row<T>> ScanAsync<T>(
        this IRecords records, RowRange<T> range, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(records);
        var (set, partition) = range.Partition;
        await foreach (var row in records.ScanAsync(set, partition, range.From, range.Before, cancellation))
            yield return new(row);
    }

    /// <summary>The same, each read no further than to a part of it.</summary>
    /// <exception cref="DamagedRowException">The row that is come to does not hold that part.</exception>
    public static async IAsyncEnumerable<SeenRow<TPart, T>> SeeAsync<TPart, T>(
        this IRecords records, RowRange<T> range, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(records);
        var (set, partition) = range.Partition;
        await foreach (var row in records.ScanAsync(set, partition, range.From, range.Before, cancellation))
            yield return new(row);
    }

    /// <summary>What the rows of a range hold, in order of key.</summary>
    /// <inheritdoc cref="ScanAsync{T}(IRecords, RowRange{T}, CancellationToken)"/>
    public static async IAsyncEnumerable<T> BodiesAsync<T>(
        this IRecords records, RowRange<T> range, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var row in records.ScanAsync(range, cancellation))
            yield return row.Body;
    }

    /// <summary>How many rows a range has, whatever they hold.</summary>
    public static async Task<int> CountAsync<T>(
        this IRecords records, RowRange<T> range, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(records);
        var (set, partition) = range.Partition;
        return await records.ScanAsync(set, partition, range.From, range.Before, cancellation).CountAsync(cancellation);
    }

    /// <summary>
    /// Removes a row as it is now, whatever it holds. Where there is none, or another writer comes between, nothing
    /// happens.
    /// </summary>
    public static async Task RemoveAsync<T>(
        this IRecords records, RowKey<T> key, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(records);
        var (set, partition) = key.Partition;
        if (await records.ReadAsync(set, partition, key.Key, cancellation) is { } row)
            await records.CommitAsync(key.Delete(row.Version), cancellation);
    }

    /// <summary>
    /// Removes the rows of a range as they are now, whatever they hold, so many at a time as a commit takes. Where
    /// another writer comes between, that part stays.
    /// </summary>
    /// <returns>How many there were.</returns>
    public static async Task<int> RemoveAsync<T>(
        this IRecords records, RowRange<T> range, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(records);
        var (set, partition) = range.Partition;
        var rows = await records.ScanAsync(set, partition, range.From, range.Before, cancellation)
            .ToListAsync(cancellation);
        foreach (var part in rows.Chunk(IRecords.MostWrites))
            await records.CommitAsync(
                [.. part.Select(r => range.Partition.Row<T>(r.Key).Delete(r.Version))], cancellation);
        return rows.Count;
    }

    /// <summary>All rows of a partition, in one scan.</summary>
    public static async Task<PartitionRows> ReadAllAsync(
        this IRecords records, RowPartition partition, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(records);
        var rows = await records.ScanAsync(partition.Set, partition.Name, cancellation: cancellation)
            .ToListAsync(cancellation);
        return new(partition, rows);
    }

    /// <summary>All partitions of a table that have a row, each whole, in order of their names.</summary>
    public static async IAsyncEnumerable<PartitionRows> ReadAllAsync(
        this IAllRecords records, RecordSet set, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(records);
        var (name, rows) = ("", new List<Row>());
        await foreach (var (partition, row) in records.ScanAllAsync(set, cancellation: cancellation))
        {
            if (partition != name && rows.Count > 0)
                yield return new(new(set, name), rows);
            (name, rows) = (partition, partition == name ? rows : []);
            rows.Add(row);
        }

        if (rows.Count > 0)
            yield return new(new(set, name), rows);
    }

    /// <summary>
    /// Writes all or nothing in one partition, at most <see cref="IRecords.MostWrites"/>, each row once.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// They are of several partitions, none, too many, write a row twice, or hold more text than a row or a commit.
    /// </exception>
    public static Task<CommitOutcome> CommitAsync(
        this IRecords records, IReadOnlyList<RowWrite> writes, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(writes);
        if (writes.Select(w => w.Partition).Distinct().ToList() is not [var (set, partition)])
            throw new ArgumentException("A commit writes to one partition.", nameof(writes));
        return records.CommitAsync(set, partition, [.. writes.Select(w => w.Write)], cancellation);
    }

    /// <inheritdoc cref="CommitAsync(IRecords, IReadOnlyList{RowWrite}, CancellationToken)"/>
    public static Task<CommitOutcome> CommitAsync(
        this IRecords records, RowWrite write, CancellationToken cancellation = default) =>
        records.CommitAsync([write], cancellation);
}
