using Tedori.Programme.Serialization;

namespace Tedori.Workflows.Records;

/// <summary>Short forms for what most callers do.</summary>
public static class RecordsExtensions
{
    // Every try that is lost is a commit that another writer won, so this is how many may come at once: all entries of
    // a round in its last second.
    private const int MostTries = 500;

    /// <summary>Rows whose key begins with the prefix, in order of key.</summary>
    public static IAsyncEnumerable<Row> ScanPrefixAsync(
        this IRecords records, RecordSet set, string partition, string prefix, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(records);
        return records.ScanAsync(set, partition, prefix, prefix + '\uffff', cancellation);
    }

    /// <summary>The body of a row, or the default where there is none.</summary>
    public static async Task<(T? Body, string? Version)> ReadAsync<T>(
        this IRecords records, RecordSet set, string partition, string key, CancellationToken cancellation = default)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(records);
        var row = await records.ReadAsync(set, partition, key, cancellation);
        return row is null ? (null, null) : (row.Read<T>(), row.Version);
    }

    /// <summary>Inserts the row where it was absent, replaces the version that was read otherwise.</summary>
    public static Write Put<T>(string key, T body, string? version) => version is null
        ? new Write.Insert(key, TedoriJson.Write(body))
        : new Write.Replace(key, TedoriJson.Write(body), version);

    /// <summary>Repeats read, decision and commit until no other writer came between.</summary>
    /// <param name="attempt">One try: a result, or null where the commit met a conflict.</param>
    /// <exception cref="ContentionException">Other writers came between too often.</exception>
    public static async Task<T> UntilCommittedAsync<T>(Func<Task<T?>> attempt)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(attempt);
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await attempt() is { } result)
                return result;
        }

        throw new ContentionException();
    }
}
