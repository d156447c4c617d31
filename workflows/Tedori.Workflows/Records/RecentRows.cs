namespace Tedori.Workflows.Records;

/// <summary>
/// What the rows held that were read last, so that one that was not written since is not parsed again. The row is always
/// read: its version tells whether it is the same.
/// </summary>
/// <typeparam name="T">What such a row holds; nobody changes it.</typeparam>
/// <param name="most">How many are kept at most.</param>
public sealed class RecentRows<T>(int most = 2_048)
{
    private readonly Lock gate = new();
    private Dictionary<RowKey<T>, Row<T>> recent = [];
    private Dictionary<RowKey<T>, Row<T>> before = [];

    /// <summary>The row, or null where there is none.</summary>
    /// <exception cref="DamagedRowException">Its body does not hold what it should.</exception>
    public async Task<Row<T>?> ReadAsync(IRecords records, RowKey<T> key, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(records);
        var row = await records.ReadAsync(key.Partition.Set, key.Partition.Name, key.Key, cancellation);
        if (row is null)
            return null;
        if (Known(key, row.Version) is { } known)
            return known;
        var read = new Row<T>(row);
        lock (gate)
            Keep(key, read);
        return read;
    }

    private Row<T>? Known(RowKey<T> key, string version)
    {
        lock (gate)
        {
            if (!recent.TryGetValue(key, out var known) && !before.TryGetValue(key, out known))
                return null;
            if (known.Version != version)
                return null;
            Keep(key, known);
            return known;
        }
    }

    // Two halves: whatever was not asked for while one filled up goes with the other.
    private void Keep(RowKey<T> key, Row<T> row)
    {
        if (recent.Count >= most / 2 && !recent.ContainsKey(key))
            (before, recent) = (recent, []);
        recent[key] = row;
    }
}
