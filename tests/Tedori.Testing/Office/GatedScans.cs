using System.Runtime.CompilerServices;
using Tedori.Workflows.Records;

namespace Tedori.Testing.Office;

/// <summary>
/// A record whose scans of cases wait until they are let through, so that a test sees how many wait at once.
/// </summary>
internal sealed class GatedScans(IRecords records) : IRecords
{
    private readonly Lock gate = new();
    private readonly List<(string Partition, TaskCompletionSource Passed)> waiting = [];
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Finished { get; private set; }

    /// <summary>The scans that wait, in the order in which they came, once there are so many.</summary>
    public async Task<IReadOnlyList<(string Partition, TaskCompletionSource Passed)>> WaitingAsync(int count)
    {
        while (true)
        {
            Task more;
            lock (gate)
            {
                if (waiting.Count >= count)
                    return [.. waiting];
                more = changed.Task;
            }

            await more.WaitAsync(Patience.Limit);
        }
    }

    /// <summary>Lets a scan through.</summary>
    public void Pass(TaskCompletionSource scan)
    {
        lock (gate)
            waiting.RemoveAll(w => w.Passed == scan);
        scan.SetResult();
    }

    public Task<Row?> ReadAsync(
        RecordSet set, string partition, string key, CancellationToken cancellation = default) =>
        records.ReadAsync(set, partition, key, cancellation);

    public async IAsyncEnumerable<Row> ScanAsync(
        RecordSet set, string partition, string from = "", string? before = null,
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        if (set == RecordSet.Cases)
            await PassageAsync(partition);
        await foreach (var row in records.ScanAsync(set, partition, from, before, cancellation))
            yield return row;
        lock (gate)
            Finished += set == RecordSet.Cases ? 1 : 0;
    }

    public Task<CommitOutcome> CommitAsync(
        RecordSet set, string partition, IReadOnlyList<Write> writes, CancellationToken cancellation = default) =>
        records.CommitAsync(set, partition, writes, cancellation);

    private Task PassageAsync(string partition)
    {
        var passed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            waiting.Add((partition, passed));
            changed.SetResult();
            changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        return passed.Task;
    }
}
