namespace Tedori.Workflows.Records;

/// <summary>Rows of one partition that lie beside each other and hold the same, in order of key.</summary>
/// <typeparam name="T">What the body of each holds.</typeparam>
/// <param name="Partition">Their partition.</param>
/// <param name="From">Where the range begins, inclusive; empty for the first row.</param>
/// <param name="Before">Where it ends, exclusive; null for the end of the partition.</param>
public readonly record struct RowRange<T>(RowPartition Partition, string From, string? Before)
{
    /// <summary>Whether a row of the partition with this key lies in the range.</summary>
    public bool Holds(string key) => string.CompareOrdinal(key, From) >= 0
        && (Before is null || string.CompareOrdinal(key, Before) < 0);
}
