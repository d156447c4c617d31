using DurableTask.Core;

namespace Tedori.Engine;

/// <summary>
/// Watches one orchestrator's code from outside: it may run on the thread of its turn only, and may wait for nothing
/// but its context. The SDK's executor lets a continuation from elsewhere run where it comes.
/// </summary>
internal sealed class TurnGuard(string name, string instanceId, Action strayed) : SynchronizationContext
{
    private readonly List<Task> waits = [];
    private Task? main;
    private int thread;
    private volatile bool abandoned;

    /// <summary>What the SDK's context stands on.</summary>
    public OrchestrationContext? Beneath { get; set; }

    /// <summary>The code asked to continue as new and has not been renewed yet.</summary>
    public bool Renewing { get; set; }

    /// <summary>The code has begun, has not ended and waits for nothing that the engine could bring it.</summary>
    public bool IsStuck
    {
        get
        {
            if (main is null or { IsCompleted: true }) return false;
            waits.RemoveAll(w => w.IsCompleted);
            return waits.Count == 0;
        }
    }

    private bool InTurn => thread == Environment.CurrentManagedThreadId && !abandoned;

    public void Enter() => thread = Environment.CurrentManagedThreadId;

    public void Leave() => thread = 0;

    /// <summary>From now on the code may ask for nothing more: its turn blocked and was given up.</summary>
    public void Abandon() => abandoned = true;

    /// <summary>Runs the code under this guard until it first waits.</summary>
    public Task<object?> Begin(Func<Task<object?>> code)
    {
        var outer = Current;
        SetSynchronizationContext(this);
        try
        {
            var begun = code();
            main = begun;
            return begun;
        }
        finally
        {
            SetSynchronizationContext(outer);
        }
    }

    /// <summary>The context was asked for something: refused outside the code's turn.</summary>
    public void Check()
    {
        if (InTurn && Current == this) return;
        strayed();
        throw new ForeignAwaitException(name, instanceId);
    }

    /// <summary>Notes what the code may wait for.</summary>
    public T Note<T>(T task)
        where T : Task
    {
        if (task.IsCompleted) return task;
        if (waits.Count >= 64) waits.RemoveAll(w => w.IsCompleted);
        waits.Add(task);
        return task;
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (InTurn) Send(d, state);
        else strayed();
    }

    public override void Send(SendOrPostCallback d, object? state)
    {
        if (!InTurn) throw new NotSupportedException("Only the turn itself may run an orchestrator's code.");
        var outer = Current;
        SetSynchronizationContext(this);
        try
        {
            d(state);
        }
        finally
        {
            SetSynchronizationContext(outer);
        }
    }

    public override SynchronizationContext CreateCopy() => this;
}
