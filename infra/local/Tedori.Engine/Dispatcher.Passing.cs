using NodaTime;

namespace Tedori.Engine;

/// <content>Time that is moved on, and work that is done, by who waits for the engine to be idle.</content>
internal sealed partial class Dispatcher
{
    private readonly EngineThread home;
    private IdleWaiter? passing;

    // Nobody but the one who moves time on waits to hear that all is on disk.
    private bool IsPassing => started && !stopping && idleWaiters is [{ Next: not null }];

    /// <returns>True when one of them is to be asked what comes next.</returns>
    private bool ReleaseIdleWaiters()
    {
        passing = started ? idleWaiters.Find(w => w.Next is not null) : null;
        foreach (var waiter in idleWaiters)
            if (passing is null || waiter.Next is null) waiter.Idle.TrySetResult();
        idleWaiters.RemoveAll(w => w.Idle.Task.IsCompleted);
        return passing is not null;
    }

    // Asked without the lock: what it does is the caller's, and so is what it throws.
    private bool Pass()
    {
        if (passing is not { Next: { } next } waiter) return true;
        passing = null;
        var (step, thrown) = Ask(next);
        holds = step is { Stops: false, Work: null };
        if (holds) return true;
        if (dirty.Count > 0) WriteNow();
        if (step.Work is { } work) Begin(work, waiter);
        else Release(waiter, thrown);
        return true;
    }

    private (IdleStep Step, Exception? Thrown) Ask(Func<Instant?, IdleStep> next)
    {
        try
        {
            return (next(NextDue), null);
        }
        catch (Exception e)
        {
            return (IdleStep.Stop, e);
        }
    }

    private void Begin(Func<Task> work, IdleWaiter waiter)
    {
        outstanding++;
        lock (gate) idle = false;
        home.Run(() => _ = DoAsync(work, waiter));
    }

    // Goes on where it began, so the count needs no lock.
    private async Task DoAsync(Func<Task> work, IdleWaiter waiter)
    {
        try
        {
            await work();
        }
        catch (Exception e)
        {
            Release(waiter, e);
        }
        outstanding--;
    }

    private void Release(IdleWaiter waiter, Exception? thrown)
    {
        if (thrown is null) waiter.Idle.TrySetResult();
        else waiter.Idle.TrySetException(thrown);
        lock (gate) idleWaiters.Remove(waiter);
    }
}
