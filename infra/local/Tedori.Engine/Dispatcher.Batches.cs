using System.Diagnostics;
using DurableTask.Core.History;
using Microsoft.Extensions.Logging;

namespace Tedori.Engine;

/// <content>Batches: what is collected, what is written, what follows once it is on disk.</content>
internal sealed partial class Dispatcher
{
    private readonly List<Instance> dirty = [];
    private readonly Queue<ActivityWork> waitingActivities = new();
    private readonly Dictionary<string, List<InstanceWaiter>> waiters = [];
    private Batch open = new();
    private bool writing;
    private int outstanding;
    private int running;
    private bool holds;
    private bool gathers;
    private long submitted;
    private long freed;
    private TimeSpan commit;

    /// <summary>
    /// While time is passed, turns of which nobody outside hears anything need not be on disk at once: whoever opens
    /// the file after a crash finds their timers due and runs them again, at the same instants.
    /// </summary>
    private bool MayHold => holds && dirty.Count <= MostHeld && waiters.Count == 0
        && open.Activities.Count == 0 && open.Requests.Count == 0;

    /// <summary>
    /// While turns are at hand, a batch gathers as long as the latest commit took, within bounds: many small commits
    /// would cost the disk more than what they save in waiting.
    /// </summary>
    private bool MayGather => options.FullSync && started && ready.Count > 0 && dirty.Count < InstancesABatch
        && Stopwatch.GetElapsedTime(freed) < (commit < MostGathering ? commit : MostGathering);

    /// <summary>The caller is answered when everything done so far is on disk.</summary>
    public void AcknowledgeWhenWritten(Request request)
    {
        if (dirty.Count == 0 && !writing) request.Acknowledge();
        else open.Requests.Add(request);
    }

    public void Finish(ActivityWork work)
    {
        outstanding--;
        running--;
        if (waitingActivities.TryDequeue(out var next)) Launch(next);
        Interlocked.Increment(ref events);
        var caller = work.Caller;
        if (caller.Place is null || caller.IsTerminal || caller.IsRemoved) return;
        NoteUse(caller);
        if (caller.Execution == work.Execution) Deliver(caller, work.Answer);
    }

    private void MarkDirty(Instance instance)
    {
        if (instance.IsDirty) return;
        instance.IsDirty = true;
        dirty.Add(instance);
    }

    private void Write()
    {
        gathers = false;
        if (writing) return;
        broughtIn = 0;
        if (dirty.Count == 0 && open.Requests.Count == 0) return;
        if (MayHold) return;
        gathers = MayGather;
        if (gathers) return;
        // A few rows that need not reach the disk are written in less time than another thread needs to wake.
        if (options.Shared is not null || (!options.FullSync && dirty.Count <= (holds ? MostHeld : 0) + InlineRows))
        {
            WriteNow();
            return;
        }
        writing = true;
        submitted = Stopwatch.GetTimestamp();
        writer.Submit(Close());
    }

    private void WriteNow()
    {
        var batch = Close();
        Settle(batch, writer.WriteNow(batch));
    }

    private Batch Close()
    {
        var batch = open;
        open = new();
        foreach (var instance in dirty)
        {
            var change = instance.Seal();
            batch.Changes.Add(change);
            batch.Instances.Add(instance);
            instance.IsDirty = false;
            instance.Unsettled++;
        }
        dirty.Clear();
        batch.At = Now;
        return batch;
    }

    private void Settle(Batch batch, Exception? error)
    {
        if (writing)
        {
            (commit, freed) = (Stopwatch.GetElapsedTime(submitted), Stopwatch.GetTimestamp());
        }
        writing = false;
        if (error is not null)
        {
            foreach (var request in batch.Requests) request.Reject(error);
            throw error;
        }
        foreach (var instance in batch.Instances)
        {
            instance.Unsettled--;
            // One that has ended has nothing left to do: whoever asks for it again reads its row.
            if (instance.IsRemoved || instance.IsTerminal) Forget(instance);
        }
        // Looked up now, not when the batch was closed: somebody may have begun to wait while it was written.
        foreach (var change in batch.Changes)
            if (waiters.Count > 0 && change.Row is { } row) Announce(row);
        foreach (var request in batch.Requests) request.Acknowledge();
        foreach (var work in batch.Activities) Launch(work);
    }

    private void Launch(ActivityWork work)
    {
        if (running >= options.MaxActivities)
        {
            waitingActivities.Enqueue(work);
            return;
        }
        running++;
        if (options.RunsActivitiesItself) home.Run(work.Begin);
        else ThreadPool.UnsafeQueueUserWorkItem(work, preferLocal: false);
    }

    /// <summary>Answers the waiter now if it can be, else keeps it.</summary>
    public void Wait(InstanceWaiter waiter)
    {
        var instance = resident.GetValueOrDefault(waiter.InstanceId);
        var row = instance is null ? reader.Find(waiter.InstanceId) : instance.IsRemoved ? null : instance.ToRow();
        if (row is null) waiter.Reject(InstanceWaiter.Missing(waiter.InstanceId));
        else if (instance is null or { IsDirty: false, Unsettled: 0 } && waiter.TryAnswer(row)) return;
        else if (!waiters.TryAdd(waiter.InstanceId, [waiter])) waiters[waiter.InstanceId].Add(waiter);
    }

    private void Announce(InstanceRow row)
    {
        if (!waiters.TryGetValue(row.Id, out var waiting)) return;
        waiting.RemoveAll(w => w.TryAnswer(row));
        if (waiting.Count == 0) waiters.Remove(row.Id);
    }

    private void FailWaiters(Exception reason)
    {
        foreach (var waiting in waiters.Values)
            foreach (var waiter in waiting) waiter.Reject(reason);
        waiters.Clear();
    }

    private void Drop(HistoryEvent entry, string target) =>
        logger.LogInformation("Dropped {Kind} to {Instance}: it does not run.", entry.EventType, target);
}
