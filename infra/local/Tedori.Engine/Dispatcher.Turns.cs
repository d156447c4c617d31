using Microsoft.DurableTask.Client;

namespace Tedori.Engine;

/// <content>Turns, and what follows from them.</content>
internal sealed partial class Dispatcher
{
    private readonly Queue<Instance> ready = new();

    /// <summary>Records what reached an instance; its code is run when its turn comes.</summary>
    public void Deliver(Instance instance, Inbound entry)
    {
        if (instance.IsTerminal)
        {
            Drop(entry, instance.Id);
            return;
        }
        instance.Record(entry, Now);
        MarkDirty(instance);
        Touch(instance);
    }

    /// <summary>Ends an instance and tells its parent.</summary>
    public void End(Instance instance, OrchestrationRuntimeStatus status, byte[]? output, Exception? reason = null)
    {
        var failure = reason is null ? instance.Context?.Failure : Failures.Of(reason);
        instance.End(status, output, failure, Math.Max(Now, instance.UpdatedAt));
        MarkDirty(instance);
        Touch(instance);
        if (instance.Parent is not { } link || Find(link.Id) is not { IsTerminal: false } parent) return;
        if (parent.Key != link.Key || parent.Execution != link.Execution) return;
        Deliver(parent, status == OrchestrationRuntimeStatus.Completed
            ? new(EntryKind.SubCompleted, link.TaskId, Payload: output)
            : new(EntryKind.SubFailed, link.TaskId, Failure: failure ?? Failures.Ended(instance.Id, status)));
    }

    private void FailInstance(Instance instance, Exception reason) =>
        End(instance, OrchestrationRuntimeStatus.Failed, null, reason);

    /// <summary>Queues the instance if it can run, and keeps its next due time.</summary>
    private void Touch(Instance instance)
    {
        queue.Set(instance.Key, instance.Id, instance.Due);
        if (instance.IsQueued || !instance.IsReady) return;
        instance.IsQueued = true;
        ready.Enqueue(instance);
    }

    private void RunReady(int limit)
    {
        while (limit-- > 0 && ready.TryDequeue(out var instance))
        {
            instance.IsQueued = false;
            if (instance.IsReady && !instance.IsRemoved) RunTurn(instance);
        }
    }

    private void RunTurn(Instance instance)
    {
        var context = instance.Context!;
        var inbox = instance.TakeInbox();
        var at = Math.Max(Now, instance.UpdatedAt);
        RunWatched(instance, context, at, inbox);
        instance.RecordTurn(at);
        MarkDirty(instance);
        Interlocked.Increment(ref events);
        foreach (var action in context.Actions) Act(instance, action);
        instance.Recycle(inbox);
        Conclude(instance, context);
    }

    private void Conclude(Instance instance, OrchestrationContext context)
    {
        switch (context.Outcome)
        {
            case TurnOutcome.Completed:
                End(instance, OrchestrationRuntimeStatus.Completed, context.Output);
                break;
            case TurnOutcome.Failed:
                End(instance, OrchestrationRuntimeStatus.Failed, null);
                break;
            case TurnOutcome.ContinuedAsNew:
                Renew(instance, context);
                break;
            default:
                if (context.IsStuck) FailInstance(instance, new ForeignAwaitException(instance.Name, instance.Id));
                else Touch(instance);
                break;
        }
    }

    private void Renew(Instance instance, OrchestrationContext context)
    {
        var arrived = new List<Inbound>(context.Renewal!.PreservesEvents ? context.KeptEvents : []);
        arrived.AddRange(context.Unseen);
        arrived.AddRange(instance.Inbox.Where(e => e.Kind == EntryKind.EventRaised));
        instance.Renew(context.Renewal);
        instance.Context = new OrchestrationContext(instance, runtime);
        Deliver(instance, Inbound.Started);
        foreach (var entry in arrived) Deliver(instance, entry);
    }

    private void Act(Instance instance, TurnAction action)
    {
        switch (action.Kind)
        {
            case ActionKind.CallActivity:
                outstanding++;
                Interlocked.Increment(ref ordered);
                open.Activities.Add(new ActivityWork(instance, action, activities));
                break;
            case ActionKind.SendEvent:
                Raise(action.Target!, new(EntryKind.EventRaised, Name: action.Name, Payload: action.Payload));
                break;
            case ActionKind.CallSubOrchestrator:
                StartSub(instance, action);
                break;
        }
    }

    /// <summary>Hands an event to an instance; one that does not exist or has ended never gets it.</summary>
    public void Raise(string instanceId, Inbound entry)
    {
        if (Find(instanceId) is { } target) Deliver(target, entry);
        else Drop(entry, instanceId);
    }

    private void StartSub(Instance parent, TurnAction action)
    {
        if (Find(action.Target!) is { } existing)
        {
            if (!existing.IsTerminal)
            {
                var refusal = Failures.Of(new InvalidOperationException(
                    $"The instance '{existing.Id}' already runs; it cannot be started as a sub-orchestration."));
                Deliver(parent, new(EntryKind.SubFailed, action.Id, Failure: refusal));
                return;
            }
            Remove(existing);
        }
        var sub = Create(new()
        {
            Key = 0,
            Id = action.Target!,
            Name = action.Name,
            Version = action.Version ?? "",
            Parent = new(parent.Key, parent.Id, parent.Name, parent.Execution, action.Id),
            Status = OrchestrationRuntimeStatus.Pending,
            CreatedAt = Now,
            Input = action.Payload,
            Tags = action.Tags,
        });
        Deliver(sub, Inbound.Started);
    }

    private void FailStrayed(string id, long key, int execution)
    {
        if (Find(id) is not { IsTerminal: false } instance) return;
        if (instance.Key != key || instance.Execution != execution) return;
        FailInstance(instance, new ForeignAwaitException(instance.Name, instance.Id));
    }
}
