namespace Tedori.Workflows.Records;

/// <summary>Reads a row, decides, commits, and does so again where another writer came between.</summary>
public static class RowChanges
{
    // Every try that is lost is a commit that another writer won, so this is how many may come at once: all entries of
    // a round in its last second.
    private const int MostTries = 500;

    /// <summary>Changes a row; what stays as it was is not written.</summary>
    /// <param name="records">The record.</param>
    /// <param name="key">The row.</param>
    /// <param name="change">
    /// Makes of what the row holds (null where it is absent) what it is to hold (null where it is to be absent). Called
    /// again after each conflict, so it only decides.
    /// </param>
    /// <param name="cancellation">Ends it before the next step; what was committed stays.</param>
    /// <returns>What the row holds now.</returns>
    /// <exception cref="ContentionException">Other writers came between too often.</exception>
    /// <exception cref="DamagedRowException">The row does not hold what it should.</exception>
    public static Task<T?> ChangeAsync<T>(
        this IRecords records, RowKey<T> key, Func<T?, T?> change, CancellationToken cancellation = default)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(change);
        return records.ChangeAsync(key, before =>
        {
            var after = change(before);
            return new Change<T, T?>(after, after);
        }, cancellation);
    }

    /// <summary>Changes a row and commits further writes with it; answers what was decided.</summary>
    /// <exception cref="ContentionException">Other writers came between too often.</exception>
    /// <exception cref="DamagedRowException">The row does not hold what it should.</exception>
    public static Task<TResult> ChangeAsync<T, TResult>(
        this IRecords records, RowKey<T> key, Func<T?, Change<T, TResult>> decide,
        CancellationToken cancellation = default)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(decide);
        return records.ChangeAsync(key, before => Task.FromResult(decide(before)), cancellation);
    }

    /// <summary>Changes a row and commits further writes with it; answers what was decided.</summary>
    /// <param name="records">The record.</param>
    /// <param name="key">The row.</param>
    /// <param name="decide">
    /// Decides about what the row holds (null where it is absent). Called again after each conflict.
    /// </param>
    /// <param name="cancellation">Ends it before the next step; what was committed stays.</param>
    /// <exception cref="ContentionException">Other writers came between too often.</exception>
    /// <exception cref="DamagedRowException">The row does not hold what it should.</exception>
    public static async Task<TResult> ChangeAsync<T, TResult>(
        this IRecords records, RowKey<T> key, Func<T?, Task<Change<T, TResult>>> decide,
        CancellationToken cancellation = default)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(decide);
        var done = await records.UntilCommittedAsync(
            async () =>
            {
                var before = await records.ReadAsync(key, cancellation);
                var change = await decide(before?.Body);
                return await records.TryChangeAsync(key, before, change, cancellation)
                    ? Tuple.Create(change.Result)
                    : null;
            },
            cancellation);
        return done.Item1;
    }

    /// <summary>Repeats read, decision and commit until no other writer came between.</summary>
    /// <param name="records">The record.</param>
    /// <param name="attempt">One try: a result, or null where the commit met a conflict.</param>
    /// <param name="cancellation">Ends it before the next try; what was committed stays.</param>
    /// <exception cref="ContentionException">Other writers came between too often.</exception>
    public static async Task<T> UntilCommittedAsync<T>(
        this IRecords records, Func<Task<T?>> attempt, CancellationToken cancellation = default)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(attempt);
        for (var lost = 0; lost < MostTries; lost++)
        {
            await records.Backoff.WaitAsync(lost, cancellation);
            if (await attempt() is { } result)
                return result;
        }

        throw new ContentionException();
    }

    /// <summary>Commits once what was decided about a row as it was read.</summary>
    /// <param name="records">The record.</param>
    /// <param name="key">The row.</param>
    /// <param name="before">The row as it was read, or null where it was absent.</param>
    /// <param name="change">What was decided.</param>
    /// <param name="cancellation">Ends it before the commit.</param>
    /// <returns>False where another writer came between, and nothing was written.</returns>
    public static async Task<bool> TryChangeAsync<T, TResult>(
        this IRecords records, RowKey<T> key, Row<T>? before, Change<T, TResult> change,
        CancellationToken cancellation = default)
        where T : class =>
        change.Writes(key, before) is not { Count: > 0 } writes
            || (await records.CommitAsync(writes, cancellation)).Succeeded;
}
