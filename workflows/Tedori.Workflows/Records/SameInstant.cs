using NodaTime;

namespace Tedori.Workflows.Records;

/// <summary>A row whose key begins with the instant at which it was written. Storage format.</summary>
public interface IWrittenAt
{
    /// <summary>When it was written.</summary>
    Instant At { get; }

    /// <summary>How many rows of its kind were written before it in the same instant; null where none was.</summary>
    int? Sequence { get; }
}

/// <summary>The order of what was written in one instant, which its keys do not tell: they end with a digest.</summary>
public static class SameInstant
{
    /// <summary>
    /// The place among the rows of one instant of a row that is about to be written; its own place where it is there.
    /// Those who write at the very same time may get the same place: then their keys decide, the same way every time.
    /// </summary>
    /// <param name="records">The record.</param>
    /// <param name="instant">The rows of its kind of that instant.</param>
    /// <param name="key">The row.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async Task<int?> PlaceAsync<T>(
        this IRecords records, RowRange<T> instant, RowKey<T> key, CancellationToken cancellation = default)
        where T : IWrittenAt
    {
        ArgumentNullException.ThrowIfNull(records);
        var (before, (set, partition)) = (0, instant.Partition);
        await foreach (var row in records.ScanAsync(set, partition, instant.From, instant.Before, cancellation))
        {
            if (row.Key == key.Key)
                return row.Read<T>().Sequence;
            before++;
        }

        return before == 0 ? null : before;
    }

    /// <summary>Rows in order of key, put into the order in which they were written.</summary>
    public static IReadOnlyList<T> InOrderOfWriting<T>(this IEnumerable<T> rows)
        where T : IWrittenAt =>
        [.. rows.OrderBy(r => r.At).ThenBy(r => r.Sequence ?? 0)];

    /// <summary>Rows in order of key, put into the order in which they were written, an instant at a time.</summary>
    public static async IAsyncEnumerable<T> InOrderOfWriting<T>(this IAsyncEnumerable<T> rows)
        where T : IWrittenAt
    {
        ArgumentNullException.ThrowIfNull(rows);
        var together = new List<T>();
        await foreach (var row in rows)
        {
            if (together.Count > 0 && together[0].At != row.At)
            {
                foreach (var earlier in together.InOrderOfWriting())
                    yield return earlier;
                together.Clear();
            }

            together.Add(row);
        }

        foreach (var last in together.InOrderOfWriting())
            yield return last;
    }
}
