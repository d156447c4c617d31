namespace Tedori.Engine;

/// <summary>Brings back to the engine's thread what began there and waited.</summary>
internal sealed class EngineThread(Dispatcher dispatcher) : SynchronizationContext
{
    /// <summary>Runs the first part of some work, up to where it first waits.</summary>
    public void Run(Action work)
    {
        var outer = Current;
        SetSynchronizationContext(this);
        try
        {
            work();
        }
        finally
        {
            SetSynchronizationContext(outer);
        }
    }

    public override void Post(SendOrPostCallback d, object? state) => dispatcher.Continue(new Continuation(this, d, state));

    public override void Send(SendOrPostCallback d, object? state)
    {
        if (Current != this) throw new NotSupportedException("Nobody may wait for the engine's thread.");
        d(state);
    }

    public override SynchronizationContext CreateCopy() => this;

    private sealed class Continuation(EngineThread home, SendOrPostCallback rest, object? state) : Message
    {
        public override void Apply(Dispatcher dispatcher) => home.Run(() => rest(state));

        // The engine is gone: what waited ends elsewhere and meets that there.
        public override void Reject(Exception reason) =>
            ThreadPool.QueueUserWorkItem(_ => rest(state));
    }
}
