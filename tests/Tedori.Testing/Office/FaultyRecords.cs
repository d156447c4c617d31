using System.Runtime.CompilerServices;
using Tedori.Workflows.Records;

namespace Tedori.Testing.Office;

/// <summary>
/// The record in memory, failing the way a store fails: on demand a commit throws before or after it took effect. Every
/// call yields, so that callers come between one another.
/// </summary>
internal sealed class FaultyRecords(List<string> log) : IRecords
{
    private readonly MemoryRecords records = new();
    private readonly Lock gate = new();
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
        await Task.Yield();
        return await records.ReadAsync(set, partition, key, cancellation);
    }

    public async IAsyncEnumerable<Row> ScanAsync(
        RecordSet set, string partition, string from = "", string? before = null,
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await Task.Yield();
        await foreach (var row in records.ScanAsync(set, partition, from, before, cancellation))
            yield return row;
    }

    public async Task<CommitOutcome> CommitAsync(
        RecordSet set, string partition, IReadOnlyList<Write> writes, CancellationToken cancellation = default)
    {
        if (Interruption is { } interrupt)
        {
            Interruption = null;
            await interrupt();
        }

        await Task.Yield();
        lock (gate)
        {
            RecordRules.CheckCommit(partition, writes);
            var failing = Failing();
            if (failing is false)
                throw new IOException("The store went away before the commit.");
            // In memory it is done when it answers, so that the log is in the order of the commits.
            var outcome = records.CommitAsync(set, partition, writes, cancellation).GetAwaiter().GetResult();
            if (outcome.Succeeded)
            {
                Commits.Add(writes);
                log.Add($"commit {set} {partition}");
            }

            return failing is true ? throw new IOException("The store went away after the commit.") : outcome;
        }
    }

    /// <summary>Every partition that was ever written.</summary>
    public IReadOnlyList<(RecordSet Set, string Partition)> Partitions => [.. log.Where(l => l.StartsWith("commit ", StringComparison.Ordinal))
        .Select(l => l.Split(' ', 3)).Select(l => (Enum.Parse<RecordSet>(l[1]), l[2])).Distinct()];

    /// <summary>Keys of a partition, in order.</summary>
    public IReadOnlyList<string> Keys(RecordSet set, string partition) => [.. Rows(set, partition).Select(r => r.Key)];

    /// <summary>Everything that is stored, without versions, for comparing two runs.</summary>
    public string Dump(RecordSet set, string partition) =>
        string.Join("\n", Rows(set, partition).Select(r => $"{r.Key}: {r.Body}"));

    private IEnumerable<Row> Rows(RecordSet set, string partition) =>
        records.ScanAsync(set, partition).ToBlockingEnumerable();

    private bool? Failing()
    {
        if (failure is not var (countdown, afterEffect))
            return null;
        failure = countdown > 1 ? (countdown - 1, afterEffect) : null;
        return countdown > 1 ? null : afterEffect;
    }
}
