namespace Tedori.Workflows.Records;

/// <summary>
/// A record that can be read across its partitions: for reports and for rebuilding what is derived from the record.
/// It reads everything, so nothing that happens on every wake uses it.
/// </summary>
public interface IAllRecords : IRecords
{
    /// <summary>
    /// Rows of all partitions whose key lies between <paramref name="keyFrom"/> (inclusive) and
    /// <paramref name="keyBefore"/> (exclusive; null for the end), in order of partition, then key.
    /// </summary>
    IAsyncEnumerable<(string Partition, Row Row)> ScanAllAsync(
        RecordSet set, string keyFrom = "", string? keyBefore = null, CancellationToken cancellation = default);
}
