namespace Tedori.Workflows.Records;

/// <summary>
/// One partition of the record. What is committed together lies in it; keys and ranges are made from it.
/// </summary>
/// <param name="Set">Its table.</param>
/// <param name="Name">Its key. Storage format.</param>
public readonly record struct RowPartition(RecordSet Set, string Name)
{
    /// <summary>The row under a key, which holds a <typeparamref name="T"/>.</summary>
    public RowKey<T> Row<T>(string key) => new(this, key);

    /// <summary>The rows whose key begins with the prefix, each of which holds a <typeparamref name="T"/>.</summary>
    public RowRange<T> Prefix<T>(string prefix) => new(this, prefix, prefix + '\uffff');

    /// <summary>All rows, each of which holds a <typeparamref name="T"/>.</summary>
    public RowRange<T> All<T>() => new(this, "", null);
}
