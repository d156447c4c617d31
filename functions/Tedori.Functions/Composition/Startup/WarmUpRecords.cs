using System.Globalization;
using System.Runtime.CompilerServices;
using Tedori.Workflows.Records;

namespace Tedori.Functions.Composition.Startup;

/// <summary>
/// A record that is forgotten with the rehearsal, which alone uses it, one call after the other. It takes no case: what
/// is committed to a case is counted, and a rehearsal must not be.
/// </summary>
internal sealed class WarmUpRecords : IRecords
{
    private readonly Dictionary<(RecordSet Set, string Partition), SortedDictionary<string, Row>> partitions = [];
    private long versions;

    public Task<Row?> ReadAsync(
        RecordSet set, string partition, string key, CancellationToken cancellation = default) =>
        Task.FromResult(Rows(set, partition).GetValueOrDefault(key));

    public async IAsyncEnumerable<Row> ScanAsync(
        RecordSet set, string partition, string from = "", string? before = null,
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await Task.CompletedTask;
        foreach (var row in Rows(set, partition).Values.ToList())
        {
            if (string.CompareOrdinal(row.Key, from) >= 0
                && (before is null || string.CompareOrdinal(row.Key, before) < 0))
                yield return row;
        }
    }

    /// <exception cref="RehearsedException">It would have been committed to a case.</exception>
    public Task<CommitOutcome> CommitAsync(
        RecordSet set, string partition, IReadOnlyList<Write> writes, CancellationToken cancellation = default)
    {
        RecordRules.CheckCommit(partition, writes);
        if (set == RecordSet.Cases)
            throw new RehearsedException();
        var rows = Rows(set, partition);
        foreach (var write in writes)
        {
            if (write is Write.Delete)
                rows.Remove(write.Key);
            else
                rows[write.Key] = RowOf(partition, write);
        }

        return Task.FromResult<CommitOutcome>(CommitOutcome.Committed.Instance);
    }

    private Row RowOf(string partition, Write write) =>
        new(write.Key, (++versions).ToString(CultureInfo.InvariantCulture), BodyOf(write)) { Partition = partition };

    private static string BodyOf(Write write) => write switch
    {
        Write.Insert w => w.Body,
        Write.Replace w => w.Body,
        Write.Upsert w => w.Body,
        _ => throw new InvalidOperationException($"{write.GetType().Name} has no body."),
    };

    private SortedDictionary<string, Row> Rows(RecordSet set, string partition)
    {
        if (!partitions.TryGetValue((set, partition), out var rows))
            partitions[(set, partition)] = rows = new(StringComparer.Ordinal);
        return rows;
    }
}
