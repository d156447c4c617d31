namespace Tedori.Workflows.Records;

/// <summary>One write of a commit, made by the key of its row.</summary>
/// <param name="Partition">The partition of the row.</param>
/// <param name="Write">What is written.</param>
public sealed record RowWrite(RowPartition Partition, Write Write)
{
    /// <summary>Key of the row within its partition.</summary>
    public string Key => Write.Key;
}
