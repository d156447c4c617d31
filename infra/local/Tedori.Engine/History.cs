using DurableTask.Core.Command;
using DurableTask.Core.History;

namespace Tedori.Engine;

/// <summary>What is stored of one execution, as the SDK's executor wants it.</summary>
internal sealed class History
{
    private DateTime turn;

    /// <summary>What turns have handled, in the order in which it is replayed.</summary>
    public List<HistoryEvent> Past { get; } = [];

    /// <summary>What arrived after the last turn.</summary>
    public List<HistoryEvent> Arrived { get; private set; } = [];

    public static History Read(IEnumerable<byte[]> parts, Func<ExecutionStartedEvent> started)
    {
        var history = new History();
        foreach (var part in parts)
        {
            var reader = new LogReader(part);
            while (!reader.AtEnd) history.Add(reader.Read(started));
        }
        return history;
    }

    /// <summary>Whether an orchestrator's code asked for it, in contrast to what arrived.</summary>
    public static bool IsAsked(HistoryEvent entry) => entry is TaskScheduledEvent or TimerCreatedEvent
        or SubOrchestrationInstanceCreatedEvent or EventSentEvent;

    /// <summary>Events may have come before a delayed start: the code must have begun to hear them.</summary>
    public static IEnumerable<HistoryEvent> BeginningFirst(IReadOnlyList<HistoryEvent> arrived) =>
        arrived.Count < 2 || arrived[0] is ExecutionStartedEvent
            ? arrived
            : arrived.OrderBy(e => e is not ExecutionStartedEvent);

    /// <summary>What is recorded of an action.</summary>
    public static HistoryEvent Of(OrchestratorAction action, DateTime at)
    {
        var entry = Of(action);
        entry.Timestamp = at;
        return entry;
    }

    private static HistoryEvent Of(OrchestratorAction action) => action switch
    {
        ScheduleTaskOrchestratorAction task => new TaskScheduledEvent(task.Id, task.Name!, task.Version, task.Input),
        CreateTimerOrchestratorAction timer => new TimerCreatedEvent(timer.Id, timer.FireAt),
        CreateSubOrchestrationAction sub => new SubOrchestrationInstanceCreatedEvent(sub.Id)
        {
            Name = sub.Name,
            Version = sub.Version,
            InstanceId = sub.InstanceId,
        },
        SendEventOrchestratorAction sent => new EventSentEvent(sent.Id)
        {
            InstanceId = sent.Instance!.InstanceId,
            Name = sent.EventName,
            Input = sent.EventData,
        },
        OrchestrationCompleteOrchestratorAction end =>
            new ExecutionCompletedEvent(end.Id, null, end.OrchestrationStatus),
        _ => throw new InvalidOperationException($"The engine knows no action {action.OrchestratorActionType}."),
    };

    private void Add(HistoryEvent entry)
    {
        switch (entry)
        {
            case OrchestratorStartedEvent:
                turn = entry.Timestamp;
                Past.Add(entry);
                foreach (var arrived in Arrived) arrived.Timestamp = turn;
                Past.AddRange(BeginningFirst(Arrived));
                Arrived = [];
                break;
            case ExecutionSuspendedEvent or ExecutionResumedEvent or ExecutionTerminatedEvent:
                break; // the engine's own orders: no code sees them
            case ExecutionCompletedEvent:
                Past.Add(entry);
                break;
            default:
                if (IsAsked(entry)) Past.Add(entry);
                else Arrived.Add(entry);
                break;
        }
        if (entry is not OrchestratorStartedEvent) entry.Timestamp = turn;
    }
}
