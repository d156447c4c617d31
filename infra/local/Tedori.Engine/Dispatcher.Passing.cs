using NodaTime;

namespace Tedori.Engine;

/// <content>Time that is moved on by who waits for the engine to be idle.</content>
internal sealed partial class Dispatcher
{
    private IdleWaiter? passing;

    // Nobody but the one who moves time on waits to hear that all is on disk.
    private bool IsPassing =>
        started && !stopping && queue.Next is not null && idleWaiters is [{ Passes: not null }];

    /// <returns>True when one of them is to be asked whether it moves time on.</returns>
    private bool ReleaseIdleWaiters()
    {
        passing = started && queue.Next is not null ? idleWaiters.Find(w => w.Passes is not null) : null;
        foreach (var waiter in idleWaiters)
            if (passing is null || waiter.Passes is null) waiter.Idle.TrySetResult();
        idleWaiters.RemoveAll(w => w.Idle.Task.IsCompleted);
        return passing is not null;
    }

    // Asked without the lock: what it does is the caller's, and so is what it throws.
    private bool Pass()
    {
        if (passing is not { Passes: { } passes } waiter) return true;
        passing = null;
        Exception? thrown = null;
        try
        {
            holds = passes(Instant.FromUnixTimeTicks(queue.Next!.Value));
            if (holds) return true;
        }
        catch (Exception e)
        {
            (holds, thrown) = (false, e);
        }
        if (dirty.Count > 0) WriteNow();
        if (thrown is null) waiter.Idle.TrySetResult();
        else waiter.Idle.TrySetException(thrown);
        lock (gate) idleWaiters.Remove(waiter);
        return true;
    }
}
