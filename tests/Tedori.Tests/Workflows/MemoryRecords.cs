using System.Globalization;
using System.Runtime.CompilerServices;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Workflows;

/// <summary>
/// Records in memory that fail the way a store fails: conflicts on versions, and on demand a commit that throws before
/// or after it took effect. Every call yields, so that callers come between one another.
/// </summary>
internal sealed class MemoryRecords(List<string> log) : IRecords
{
    private readonly Dictionary<(RecordSet, string), SortedDictionary<string, Row>> partitions = [];
    private readonly Lock gate = new();
    private long versions;
    private (int Countdown, bool AfterEffect)? failure;

    /// <summary>
    /// Runs before a commit, to let another writer come first. Not called for that writer's own commits.
    /// </summary>
    public Func<Task>? Interruption { get; set; }

    public List<IReadOnlyList<Write>> Commits { get; } = [];

    /// <summary>Makes the n-th commit from now throw, 1 for the next.</summary>
    public void FailCommit(int n, bool afterEffect) => failure = (n, afterEffect);

    public async Task<Row?> ReadAsync(
        RecordSet set, string partition, string key, CancellationToken cancellation = default)
    {
        RecordRules.CheckKey(partition);
        RecordRules.CheckKey(key);
        await Task.Yield();
        lock (gate)
            return Rows(set, partition).GetValueOrDefault(key);
    }

    public async IAsyncEnumerable<Row> ScanAsync(
        RecordSet set, string partition, string from = "", string? before = null,
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await Task.Yield();
        List<Row> page;
        lock (gate)
        {
            page = [.. Rows(set, partition).Values.Where(r =>
                string.CompareOrdinal(r.Key, from) >= 0
                    && (before is null || string.CompareOrdinal(r.Key, before) < 0))];
        }

        foreach (var row in page)
            yield return row;
    }

    public async Task<CommitOutcome> CommitAsync(
        RecordSet set, string partition, IReadOnlyList<Write> writes, CancellationToken cancellation = default)
    {
        RecordRules.CheckCommit(partition, writes);
        if (Interruption is { } interrupt)
        {
            Interruption = null;
            await interrupt();
        }

        await Task.Yield();
        lock (gate)
        {
            var failing = Failing();
            if (failing is false)
                throw new IOException("The store went away before the commit.");
            var outcome = Apply(Rows(set, partition), partition, writes);
            if (outcome.Succeeded)
            {
                Commits.Add(writes);
                log.Add($"commit {set} {partition}");
            }

            return failing is true ? throw new IOException("The store went away after the commit.") : outcome;
        }
    }

    /// <summary>Keys of a partition, in order.</summary>
    public IReadOnlyList<string> Keys(RecordSet set, string partition) => [.. Rows(set, partition).Keys];

    /// <summary>Everything that is stored, without versions, for comparing two runs.</summary>
    public string Dump(RecordSet set, string partition) =>
        string.Join("\n", Rows(set, partition).Values.Select(r => $"{r.Key}: {r.Body}"));

    private bool? Failing()
    {
        if (failure is not var (countdown, afterEffect))
            return null;
        failure = countdown > 1 ? (countdown - 1, afterEffect) : null;
        return countdown > 1 ? null : afterEffect;
    }

    private CommitOutcome Apply(SortedDictionary<string, Row> rows, string partition, IReadOnlyList<Write> writes)
    {
        if (writes.FirstOrDefault(w => !Fits(rows, w)) is { } conflict)
            return new CommitOutcome.Conflict(conflict.Key);
        foreach (var write in writes)
        {
            if (write is Write.Delete)
            {
                rows.Remove(write.Key);
                continue;
            }

            var version = (++versions).ToString(CultureInfo.InvariantCulture);
            rows[write.Key] = new(write.Key, version, Body(write)) { Partition = partition };
        }

        return CommitOutcome.Committed.Instance;
    }

    private static bool Fits(SortedDictionary<string, Row> rows, Write write) => write switch
    {
        Write.Insert w => !rows.ContainsKey(w.Key),
        Write.Replace w => rows.TryGetValue(w.Key, out var row) && row.Version == w.Version,
        Write.Delete w => rows.TryGetValue(w.Key, out var row) && row.Version == w.Version,
        _ => true,
    };

    private static string Body(Write write) => write switch
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
