namespace Tedori.Testing.Office;

/// <summary>
/// Runs tasks on one thread in strict turns: at every wait the next one goes on. Callers that read and then commit all
/// read the same version, which is the worst that can happen to them.
/// </summary>
internal sealed class LockStep : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> turns = new();

    public override void Post(SendOrPostCallback d, object? state) => turns.Enqueue((d, state));

    public static T Run<T>(Func<Task<T>> work)
    {
        var (before, steps) = (Current, new LockStep());
        SetSynchronizationContext(steps);
        try
        {
            var task = work();
            while (steps.turns.TryDequeue(out var turn))
                turn.Callback(turn.State);
            Assert.True(task.IsCompleted, "A task waits for something that is not a turn.");
            return task.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }
}
