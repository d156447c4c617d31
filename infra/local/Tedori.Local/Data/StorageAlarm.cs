using Tedori.Engine.Sqlite;

namespace Tedori.Local.Data;

/// <summary>Rings once, when work under way meets a disk that takes no more: its driver stops then.</summary>
internal sealed class StorageAlarm
{
    private readonly TaskCompletionSource rung = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Fails with what was met; never completes otherwise.</summary>
    public Task Rung => rung.Task;

    public void Ring(StorageFullException failure) => rung.TrySetException(failure);
}
