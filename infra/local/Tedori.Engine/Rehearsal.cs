using DurableTask.Core;
using DurableTask.Core.History;
using Microsoft.DurableTask;

namespace Tedori.Engine;

/// <summary>
/// One orchestration played through in memory, once in a process and beside the opening of the file: most of the time
/// from the start of a process to its first turn is the compiling of what runs one.
/// </summary>
internal static class Rehearsal
{
    private const string Name = "Rehearsal";
    private const string Signal = "signal";
    private static readonly Lazy<Task> Once = new(() => Task.Run(Play));

    public static void Begin() => _ = Once.Value;

    internal static void Play()
    {
        var registry = new DurableTaskRegistry();
        registry.AddOrchestratorFunc<int, int>(Name, RunAsync);
        HistoryReplay.Run(registry, Events());
    }

    private static async Task<int> RunAsync(TaskOrchestrationContext context, int input)
    {
        input = await context.CallActivityAsync<int>(Name, input);
        using var stop = new CancellationTokenSource();
        var timer = context.CreateTimer(TimeSpan.FromHours(1), stop.Token);
        var signal = context.WaitForExternalEvent<int>(Signal, stop.Token);
        await Task.WhenAny(timer, signal);
        stop.Cancel();
        return input + await signal;
    }

    private static List<HistoryEvent> Events()
    {
        var at = DateTime.UnixEpoch;
        List<HistoryEvent> events =
        [
            new OrchestratorStartedEvent(-1),
            new ExecutionStartedEvent(-1, "1")
            {
                Name = Name,
                OrchestrationInstance = new OrchestrationInstance { InstanceId = Name, ExecutionId = Name },
            },
            new TaskScheduledEvent(0, Name, null, "1"),
            new OrchestratorStartedEvent(-1),
            new TaskCompletedEvent(-1, 0, "1"),
            new TimerCreatedEvent(1, at.AddHours(1)),
            new OrchestratorStartedEvent(-1),
            new EventRaisedEvent(-1, "1") { Name = Signal },
            new ExecutionCompletedEvent(2, "2", OrchestrationStatus.Completed),
        ];
        foreach (var entry in events) entry.Timestamp = at;
        return events;
    }
}
