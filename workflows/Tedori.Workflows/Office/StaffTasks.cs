using NodaTime;
using Tedori.Programme.Serialization;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Office;

/// <summary>The office's list of things to look at: one row per kind and subject.</summary>
public sealed class StaffTasks(IRecords records)
{
    private const string Partition = "tasks";

    /// <summary>Puts a task on the list. Raising it again is a no-op, also where it is done.</summary>
    public async Task RaiseAsync(StaffTask task, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        // A conflict means that it is on the list.
        var write = new Write.Insert(StaffTask.KeyOf(task.Kind, task.Subject), TedoriJson.Write(task));
        await records.CommitAsync(RecordSet.Office, Partition, [write], cancellation);
    }

    /// <summary>Marks a task as done; one that is done stays as it is.</summary>
    /// <returns>The task as it is now, or null where there is none.</returns>
    /// <exception cref="ContentionException">Other writers came between too often.</exception>
    public async Task<StaffTask?> FinishAsync(
        string key, StaffMember by, Instant at, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(by);
        var (task, _) = await RecordsExtensions.UntilCommittedAsync(async () =>
        {
            var (before, version) = await records.ReadAsync<StaffTask>(RecordSet.Office, Partition, key, cancellation);
            if (before is null or { DoneAt: not null })
                return Tuple.Create(before, version);
            var after = before with { DoneAt = at, DoneBy = by.Id, DoneName = by.Name };
            var write = RecordsExtensions.Put(key, after, version);
            var outcome = await records.CommitAsync(RecordSet.Office, Partition, [write], cancellation);
            return outcome.Succeeded ? Tuple.Create<StaffTask?, string?>(after, null) : null;
        });
        return task;
    }

    /// <summary>All tasks, by kind and subject.</summary>
    public async IAsyncEnumerable<StaffTask> AllAsync()
    {
        await foreach (var row in records.ScanAsync(RecordSet.Office, Partition))
            yield return row.Read<StaffTask>();
    }
}
