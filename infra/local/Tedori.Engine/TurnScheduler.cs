namespace Tedori.Engine;

/// <summary>
/// Runs the continuations of one orchestrator on the thread of its turn, and only there. A continuation that arrives
/// from elsewhere means that the code awaited something which is not durable.
/// </summary>
internal sealed class TurnScheduler(Action strayed) : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> queue = new();
    private SynchronizationContext? outer;
    private int thread;

    public bool InTurn => thread == Environment.CurrentManagedThreadId;

    public void Enter()
    {
        outer = Current;
        thread = Environment.CurrentManagedThreadId;
        SetSynchronizationContext(this);
    }

    public void Leave()
    {
        queue.Clear();
        thread = 0;
        SetSynchronizationContext(outer);
    }

    public void Drain()
    {
        while (queue.TryDequeue(out var next)) next.Callback(next.State);
    }

    /// <summary>Tells that the orchestrator's code ran outside its turn.</summary>
    public void Stray() => strayed();

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (InTurn) queue.Enqueue((d, state));
        else strayed();
    }

    public override void Send(SendOrPostCallback d, object? state)
    {
        if (!InTurn) throw new NotSupportedException("Only the turn itself may run an orchestrator's code.");
        d(state);
    }

    public override SynchronizationContext CreateCopy() => this;
}
