using System.Text;
using DurableTask.Core;
using DurableTask.Core.Command;
using DurableTask.Core.History;
using Microsoft.DurableTask.Client;

namespace Tedori.Engine;

/// <content>Turns, and what follows from them.</content>
internal sealed partial class Dispatcher
{
    private readonly Queue<Instance> ready = new();

    /// <summary>Records what reached an instance; its code is run when its turn comes.</summary>
    public void Deliver(Instance instance, HistoryEvent entry)
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
    public void End(
        Instance instance, OrchestrationRuntimeStatus status, byte[]? output, FailureDetails? failure = null)
    {
        instance.End(status, output, failure, Math.Max(Now, instance.UpdatedAt));
        MarkDirty(instance);
        Touch(instance);
        if (instance.Parent is not { } link || Find(link.Id) is not { IsTerminal: false } parent) return;
        if (parent.Key != link.Key || parent.Execution != link.Execution) return;
        if (status == OrchestrationRuntimeStatus.Completed)
            Deliver(parent, new SubOrchestrationInstanceCompletedEvent(-1, link.TaskId, Text(output)));
        else TellFailure(parent, link.TaskId, failure ?? Failures.Ended(instance.Id, status));
    }

    private void FailInstance(Instance instance, Exception reason) =>
        FailInstance(instance, new FailureDetails(reason));

    private void FailInstance(Instance instance, FailureDetails reason) =>
        End(instance, OrchestrationRuntimeStatus.Failed, null, reason);

    private void TellFailure(Instance parent, int taskId, FailureDetails failure) => Deliver(
        parent, new SubOrchestrationInstanceFailedEvent(-1, taskId, failure.ErrorMessage, null, failure));

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
        var inbox = instance.TakeInbox();
        var at = Math.Max(Now, instance.UpdatedAt);
        Interlocked.Increment(ref events);
        if (Run(instance, at, inbox) is not { } turn) return;
        NoteReplay(instance.Live!.Replayed);
        instance.RecordTurn(at, turn.Entries);
        instance.SetCustomStatus(turn.CustomStatus);
        MarkDirty(instance);
        foreach (var action in turn.Actions) Act(instance, action);
        instance.Recycle(inbox);
        Conclude(instance, turn);
    }

    /// <returns>Null where the code could not be run: the instance has failed with the reason.</returns>
    private Turn? Run(Instance instance, long at, List<HistoryEvent> inbox)
    {
        if (!runtime.Orchestrators.ContainsKey(instance.Name))
        {
            FailInstance(
                instance, Failures.NotFound(Failures.OrchestratorNotFound, "orchestrator", instance.Name));
            return null;
        }
        try
        {
            return RunWatched(instance, at, inbox);
        }
        catch (Exception reason) when (reason is not LeftBehindException)
        {
            FailInstance(instance, reason);
            return null;
        }
    }

    private void Conclude(Instance instance, Turn turn)
    {
        switch (turn.End?.OrchestrationStatus)
        {
            case OrchestrationStatus.Completed:
                End(instance, OrchestrationRuntimeStatus.Completed, Bytes(turn.End.Result));
                break;
            case OrchestrationStatus.Failed:
                FailInstance(instance, turn.End.FailureDetails!);
                break;
            case OrchestrationStatus.ContinuedAsNew:
                Renew(instance, turn.End);
                break;
            default:
                if (instance.Live!.IsStuck)
                    FailInstance(instance, new ForeignAwaitException(instance.Name, instance.Id));
                else Touch(instance);
                break;
        }
    }

    private void Renew(Instance instance, OrchestrationCompleteOrchestratorAction end)
    {
        List<HistoryEvent> arrived = [.. end.CarryoverEvents, .. instance.Inbox.OfType<EventRaisedEvent>()];
        instance.Renew(end);
        instance.Live = new LiveExecution(instance, runtime, []);
        Deliver(instance, instance.Started());
        foreach (var entry in arrived) Deliver(instance, entry);
    }

    private void Act(Instance instance, OrchestratorAction action)
    {
        switch (action)
        {
            case ScheduleTaskOrchestratorAction:
                outstanding++;
                Interlocked.Increment(ref ordered);
                open.Activities.Add(new(instance, instance.Live!.OpenActivities[action.Id], activities));
                break;
            case SendEventOrchestratorAction sent:
                Raise(sent.Instance!.InstanceId, new EventRaisedEvent(-1, sent.EventData) { Name = sent.EventName });
                break;
            case CreateSubOrchestrationAction sub:
                StartSub(instance, sub);
                break;
        }
    }

    /// <summary>Hands an event to an instance; one that does not exist or has ended never gets it.</summary>
    public void Raise(string instanceId, HistoryEvent entry)
    {
        if (Find(instanceId) is { } target) Deliver(target, entry);
        else Drop(entry, instanceId);
    }

    private void StartSub(Instance parent, CreateSubOrchestrationAction action)
    {
        if (Find(action.InstanceId!) is { } existing)
        {
            if (!existing.IsTerminal)
            {
                TellFailure(parent, action.Id, new(new InvalidOperationException(
                    $"The instance '{existing.Id}' already runs; it cannot be started as a sub-orchestration.")));
                return;
            }
            Remove(existing);
        }
        var sub = Create(new()
        {
            Key = 0,
            Id = action.InstanceId!,
            Name = action.Name!,
            Version = action.Version ?? "",
            Parent = new(parent.Key, parent.Id, parent.Name, parent.Execution, action.Id),
            Status = OrchestrationRuntimeStatus.Pending,
            CreatedAt = Now,
            Input = Bytes(action.Input),
            Tags = action.Tags is { Count: > 0 } tags ? tags.ToDictionary() : null,
        });
        Deliver(sub, sub.Started());
    }

    private void FailStrayed(string id, long key, int execution)
    {
        if (Find(id) is not { IsTerminal: false } instance) return;
        if (instance.Key != key || instance.Execution != execution) return;
        FailInstance(instance, new ForeignAwaitException(instance.Name, instance.Id));
    }

    private static byte[]? Bytes(string? text) => text is null ? null : Encoding.UTF8.GetBytes(text);

    private static string? Text(byte[]? bytes) => bytes is null ? null : Encoding.UTF8.GetString(bytes);
}
