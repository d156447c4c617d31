using Tedori.Programme.Serialization;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Office;

/// <summary>The office's list of things to look at: one row per kind and subject.</summary>
public sealed class StaffTasks(IRecords records)
{
    private const string Partition = "tasks";

    /// <summary>Puts a task on the list. Raising it again is a no-op.</summary>
    public async Task RaiseAsync(StaffTask task, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        // A conflict means that it is on the list.
        var write = new Write.Insert($"{task.Kind}.{task.Subject}", TedoriJson.Write(task));
        await records.CommitAsync(RecordSet.Office, Partition, [write], cancellation);
    }

    /// <summary>All tasks, by kind and subject.</summary>
    public async IAsyncEnumerable<StaffTask> AllAsync()
    {
        await foreach (var row in records.ScanAsync(RecordSet.Office, Partition))
            yield return TedoriJson.Read<StaffTask>(row.Body);
    }
}
