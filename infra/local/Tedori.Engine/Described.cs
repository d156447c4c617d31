using System.Globalization;
using DurableTask.Core;
using DurableTask.Core.Command;
using DurableTask.Core.History;

namespace Tedori.Engine;

/// <summary>What an orchestrator asked for, in words for whoever must see where code and history part.</summary>
internal static class Described
{
    public static string Of(HistoryEvent recorded) => recorded switch
    {
        TaskScheduledEvent task => Activity(task.Name, task.EventId),
        TimerCreatedEvent timer => Timer(timer.EventId),
        SubOrchestrationInstanceCreatedEvent sub => Sub(sub.Name, sub.EventId),
        EventSentEvent sent => Sent(sent.Name, sent.InstanceId, sent.EventId),
        ExecutionCompletedEvent end => Of(end.OrchestrationStatus),
        _ => recorded.EventType.ToString(),
    };

    public static string Of(OrchestratorAction done) => done switch
    {
        ScheduleTaskOrchestratorAction task => Activity(task.Name, task.Id),
        CreateTimerOrchestratorAction timer => Timer(timer.Id),
        CreateSubOrchestrationAction sub => Sub(sub.Name, sub.Id),
        SendEventOrchestratorAction sent => Sent(sent.EventName, sent.Instance?.InstanceId, sent.Id),
        OrchestrationCompleteOrchestratorAction end => Of(end.OrchestrationStatus),
        _ => done.OrchestratorActionType.ToString(),
    };

    private static string Activity(string? name, int id) => Text($"call of activity '{name}' (#{id})");

    private static string Timer(int id) => Text($"timer (#{id})");

    private static string Sub(string? name, int id) => Text($"call of sub-orchestrator '{name}' (#{id})");

    private static string Sent(string? name, string? target, int id) => Text($"event '{name}' to '{target}' (#{id})");

    public static string Of(OrchestrationStatus status) => status switch
    {
        OrchestrationStatus.Completed => "completion",
        OrchestrationStatus.Failed => "failure",
        OrchestrationStatus.ContinuedAsNew => "continue-as-new",
        _ => status.ToString(),
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
