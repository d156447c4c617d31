using NodaTime;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Office;

/// <summary>The office's list of things to look at: one row per kind and subject.</summary>
public sealed class StaffTasks(IRecords records)
{
    private static readonly RowPartition Tasks = new(RecordSet.Office, "tasks");

    /// <summary>Puts a task on the list. Raising it again is a no-op, also where it is done.</summary>
    public async Task RaiseAsync(StaffTask task, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        // A conflict means that it is on the list.
        var key = Tasks.Row<StaffTask>(StaffTask.KeyOf(task.Kind, task.Subject));
        await records.CommitAsync(key.Insert(task), cancellation);
    }

    /// <summary>Puts a task on the list, again where it is done: there is something new to look at.</summary>
    /// <exception cref="ContentionException">Other writers came between too often.</exception>
    public Task<StaffTask?> ReopenAsync(StaffTask task, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        return records.ChangeAsync(
            Tasks.Row<StaffTask>(StaffTask.KeyOf(task.Kind, task.Subject)),
            before => before is null or { DoneAt: not null } ? task : before, cancellation);
    }

    /// <summary>The task of a key, or null where there is none.</summary>
    public async Task<StaffTask?> FindAsync(string key, CancellationToken cancellation = default) =>
        (await records.ReadAsync(Tasks.Row<StaffTask>(key), cancellation))?.Body;

    /// <summary>Marks a task as done; one that is done stays as it is.</summary>
    /// <returns>The task as it is now, or null where there is none.</returns>
    /// <exception cref="ContentionException">Other writers came between too often.</exception>
    public Task<StaffTask?> FinishAsync(
        string key, StaffMember by, Instant at, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(by);
        return records.ChangeAsync(
            Tasks.Row<StaffTask>(key),
            before => before is null or { DoneAt: not null }
                ? before
                : before with { DoneAt = at, DoneBy = by.Id, DoneName = by.Name },
            cancellation);
    }

    /// <summary>All tasks, by kind and subject.</summary>
    public IAsyncEnumerable<StaffTask> AllAsync() => records.BodiesAsync(Tasks.All<StaffTask>());
}
