namespace Tedori.Workflows.Records;

/// <summary>A partition that was read whole, in one scan, because its rows hold different things.</summary>
public sealed class PartitionRows
{
    private readonly IReadOnlyList<Row> rows;

    internal PartitionRows(RowPartition partition, IReadOnlyList<Row> rows)
    {
        Partition = partition;
        this.rows = rows;
    }

    /// <summary>The partition.</summary>
    public RowPartition Partition { get; }

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => rows.Count == 0;

    /// <summary>The row, or null where there is none.</summary>
    /// <exception cref="ArgumentException">It lies in another partition.</exception>
    /// <exception cref="DamagedRowException">Its body does not hold what it should.</exception>
    public Row<T>? Find<T>(RowKey<T> key)
    {
        Check(key.Partition);
        return rows.FirstOrDefault(r => r.Key == key.Key) is { } row ? new(row) : null;
    }

    /// <summary>The rows of a range in order of key; each is decoded as it is come to.</summary>
    /// <exception cref="ArgumentException">They lie in another partition.</exception>
    public IEnumerable<Row<T>> In<T>(RowRange<T> range)
    {
        Check(range.Partition);
        return rows.Where(r => range.Holds(r.Key)).Select(r => new Row<T>(r));
    }

    private void Check(RowPartition asked)
    {
        if (asked != Partition)
            throw new ArgumentException(
                $"These are the rows of '{Partition.Name}', not of '{asked.Name}'.", nameof(asked));
    }
}
