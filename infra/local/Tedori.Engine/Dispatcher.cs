using Microsoft.Extensions.Logging;
using NodaTime;

namespace Tedori.Engine;

/// <summary>
/// The heart of the engine: one thread that owns every instance in memory, runs their turns and collects what they
/// change into batches. While one batch is being written, the next one grows: that is how commits come to be grouped.
/// </summary>
internal sealed partial class Dispatcher : IDisposable
{
    private const int TurnsAStep = 128;
    private const int InstancesABatch = 1_000;
    private const int LeastABatch = 32;
    private const int InlineRows = 16;
    private const int MostHeld = 256;
    private static readonly TimeSpan MostGathering = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(10);

    private readonly object gate = new();
    private readonly EngineOptions options;
    private readonly ILogger logger;
    private readonly List<IdleWaiter> idleWaiters = [];
    private List<Message> incoming = [];
    private List<Message> taken = [];
    private readonly Queue<Message> calls = new();
    private readonly HashSet<string> creating = [];
    private int broughtIn;
    private bool sleeping;
    private bool idle;
    private bool stopping;
    private bool ended;
    private bool started;
    private long nextDue = long.MaxValue;
    private long events;
    private long ordered;

    public Exception? Failure { get; private set; }

    public event Action<Exception>? Failed;

    public long EventsProcessed => Interlocked.Read(ref events);

    public long ActivitiesOrdered => Interlocked.Read(ref ordered);

    public Instant? NextDue => Interlocked.Read(ref nextDue) is var due && due == long.MaxValue
        ? null
        : Instant.FromUnixTimeTicks(due);

    /// <summary>
    /// How many calls and due timers may be taken up now. A flood of them waits while there is work under way for two
    /// batches, so that neither the time of a commit nor the memory grows with it, and what has begun ends; a few go
    /// into each batch all the same, so that work under way never shuts them out; fewer than end meanwhile.
    /// </summary>
    private int Room => Math.Max(
        Math.Min(InstancesABatch - dirty.Count, (2 * InstancesABatch) - ready.Count - outstanding),
        LeastABatch - broughtIn);

    private long Now => options.Timeline.GetCurrentInstant().ToUnixTimeTicks();

    /// <summary>Gives the dispatcher something to do. Safe from any thread.</summary>
    public void Post(Message message) => Post(message, evenWhenStopping: false);

    private void Post(Message message, bool evenWhenStopping)
    {
        Exception? refusal;
        lock (gate)
        {
            var refused = ended || (stopping && !evenWhenStopping);
            refusal = Failure ?? (refused ? new ObjectDisposedException(nameof(DurableEngine)) : null);
            if (refusal is null)
            {
                idle = false;
                if (Queue(message) || Room > 0) Wake();
            }
        }
        if (refusal is not null) message.Reject(refusal);
    }

    /// <returns>True for what the dispatcher takes up at once, room or not.</returns>
    private bool Queue(Message message)
    {
        if (message.Creates is { } id) creating.Add(id);
        if (message.IsCall || (message.Follows is { } started && creating.Contains(started)))
        {
            calls.Enqueue(message);
            return false;
        }
        incoming.Add(message);
        return true;
    }

    private void Wake()
    {
        if (sleeping) Monitor.Pulse(gate);
    }

    /// <summary>Takes back what waited and began on the dispatcher's thread.</summary>
    public void Continue(Message rest) => Post(rest, evenWhenStopping: true);

    public Task WhenIdle(Func<Instant?, IdleStep>? next, CancellationToken cancellation)
    {
        IdleWaiter waiter;
        lock (gate)
        {
            if (Failure is { } failure) return Task.FromException(failure);
            ObjectDisposedException.ThrowIf(stopping, typeof(DurableEngine));
            var known = idle && (!started || Interlocked.Read(ref nextDue) > Now);
            if (known && next is null) return Task.CompletedTask;
            waiter = new(next, new(TaskCreationOptions.RunContinuationsAsynchronously));
            idleWaiters.Add(waiter);
            Wake();
        }
        return cancellation.CanBeCanceled ? waiter.Idle.Task.WaitAsync(cancellation) : waiter.Idle.Task;
    }

    private void Run()
    {
        try
        {
            while (Step())
            {
            }
        }
        catch (LeftBehindException)
        {
            logger.LogWarning("A turn that had blocked its thread returned after its instance was failed.");
        }
        catch (Exception e)
        {
            Fail(e);
        }
    }

    private bool Step()
    {
        lock (gate) (incoming, taken) = (taken, incoming);
        // Begun after the messages are taken, so it holds every batch that they report as written.
        reader.Hold();
        ApplyTaken();
        // What is due goes before what is asked: a flood of calls holds no deadline back.
        if (started) FireDue();
        TakeCalls();
        ApplyTaken();
        if (started) RunReady(TurnsAStep);
        reader.Release();
        Write();
        Evict();
        return WaitForWork() && Pass();
    }

    private void ApplyTaken()
    {
        foreach (var message in taken) message.Apply(this);
        taken.Clear();
    }

    private void TakeCalls()
    {
        lock (gate)
        {
            for (var room = Room; room > 0 && calls.TryDequeue(out var call); room--)
            {
                if (call.Creates is { } id) creating.Remove(id);
                taken.Add(call);
                broughtIn++;
            }
        }
    }

    /// <returns>False when the dispatcher shall end.</returns>
    private bool WaitForWork()
    {
        lock (gate)
        {
            if (incoming.Count > 0 || (calls.Count > 0 && Room > 0)) return true;
            // What gathers is not on disk yet: it is written in the next steps, whatever else comes.
            if (gathers || (started && ready.Count > 0 && !stopping)) return true;
            var held = dirty.Count > 0 && MayHold;
            var quiet = !writing && (dirty.Count == 0 || held) && calls.Count == 0;
            if (stopping && quiet && !held) return false;
            var due = queue.Next ?? long.MaxValue;
            Interlocked.Exchange(ref nextDue, due);
            var overdue = started && due <= Now && !stopping;
            if (overdue && Room > 0) return true;
            var still = quiet && outstanding == 0 && !overdue;
            if (held && !(still && IsPassing))
            {
                // Once round more, and it is written.
                holds = false;
                return true;
            }
            idle = still && !held;
            if (still && ReleaseIdleWaiters()) return true;
            sleeping = true;
            // Without room, the end of what is under way wakes it.
            Monitor.Wait(gate, overdue ? Timeout.InfiniteTimeSpan : SleepUntil(due));
            sleeping = false;
            return true;
        }
    }

    private TimeSpan SleepUntil(long due)
    {
        if (!started || due == long.MaxValue) return Timeout.InfiniteTimeSpan;
        var rest = options.Timeline.WaitUntil(Instant.FromUnixTimeTicks(due));
        if (rest == Timeout.InfiniteTimeSpan) return rest;
        return rest > LongestSleep ? LongestSleep : TimeSpan.FromMilliseconds(Math.Ceiling(rest.TotalMilliseconds));
    }

    private void Fail(Exception reason)
    {
        List<Message> refused;
        lock (gate)
        {
            if (Failure is not null) return;
            Failure = reason;
            refused = [.. incoming, .. calls, .. taken];
            incoming.Clear();
            calls.Clear();
            foreach (var waiter in idleWaiters) waiter.Idle.TrySetException(reason);
            idleWaiters.Clear();
        }
        logger.LogCritical(reason, "The engine stopped; nothing that was acknowledged is lost.");
        foreach (var message in refused) message.Reject(reason);
        foreach (var request in open.Requests) request.Reject(reason);
        FailWaiters(reason);
        Failed?.Invoke(reason);
    }
}
