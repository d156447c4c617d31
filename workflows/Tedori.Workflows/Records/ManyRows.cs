namespace Tedori.Workflows.Records;

/// <summary>Writes more rows than one commit takes.</summary>
public static class ManyRows
{
    /// <summary>
    /// Commits rows of one partition in their order, as many at a time as one commit takes by number and by text. Whoever
    /// is stopped in between has written the first of them: only for rows that are the same on every run.
    /// </summary>
    /// <exception cref="ArgumentException">A row alone is more than a commit takes.</exception>
    public static async Task CommitManyAsync(
        this IRecords records, IEnumerable<RowWrite> writes, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(writes);
        var (commit, length) = (new List<RowWrite>(), 0L);
        foreach (var write in writes)
        {
            var more = RecordRules.LengthIn(write.Partition.Name, write.Write);
            if (commit.Count == IRecords.MostWrites || length + more > RecordRules.LongestCommit)
            {
                await records.CommitAsync(commit, cancellation);
                (commit, length) = ([], 0);
            }

            commit.Add(write);
            length += more;
        }

        if (commit.Count > 0)
            await records.CommitAsync(commit, cancellation);
    }
}
