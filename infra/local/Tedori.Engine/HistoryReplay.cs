using System.Text;
using DurableTask.Core.History;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;

namespace Tedori.Engine;

/// <summary>Replays recorded histories against today's code: a change that would break a running case shows.</summary>
public static class HistoryReplay
{
    /// <summary>
    /// Replays a JSON array of the SDK's history events, as <see cref="DurableEngine.ExportHistoryAsync"/> and the
    /// back end of Azure Storage write it. No activity runs.
    /// </summary>
    /// <exception cref="NonDeterministicOrchestrationException">The code diverges from the history.</exception>
    /// <exception cref="ForeignAwaitException">The code awaits something that is not durable.</exception>
    public static void Run(string history, DurableTaskRegistry registry, HistoryReplayOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(registry);
        Run(registry, HistoryJson.Read(history), options);
    }

    internal static void Run(
        DurableTaskRegistry registry, List<HistoryEvent> events, HistoryReplayOptions? options = null)
    {
        options ??= new HistoryReplayOptions();
        var strayed = false;
        var runtime = new Runtime
        {
            Orchestrators = Runtime.ByName(registry.GetOrchestrators()),
            Services = options.Services,
            Converter = options.DataConverter,
            MaximumTimerInterval = options.MaximumTimerInterval,
            Shims = Runtime.ShimsFor(options.DataConverter, options.MaximumTimerInterval, ""),
            Strayed = (_, _, _) => strayed = true,
        };
        var instance = new Instance(RowOf(events), stored: true);
        var live = new LiveExecution(instance, runtime, events);
        live.Replay();
        if (strayed || live.IsStuck) throw new ForeignAwaitException(instance.Name, instance.Id);
    }

    private static InstanceRow RowOf(List<HistoryEvent> events)
    {
        var started = events.OfType<ExecutionStartedEvent>().FirstOrDefault()
            ?? throw new ArgumentException("The history has no start of an execution.", nameof(events));
        var parent = started.ParentInstance;
        return new()
        {
            Key = 1,
            Id = started.OrchestrationInstance.InstanceId,
            Name = started.Name,
            Version = started.Version ?? "",
            Status = OrchestrationRuntimeStatus.Running,
            CreatedAt = 0,
            Input = started.Input is null ? null : Encoding.UTF8.GetBytes(started.Input),
            Parent = parent is null
                ? null
                : new(0, parent.OrchestrationInstance.InstanceId, parent.Name, 0, parent.TaskScheduleId),
        };
    }
}

/// <summary>What a replay must share with the host that recorded the history.</summary>
public sealed record HistoryReplayOptions
{
    /// <summary>How inputs, results and event payloads were written.</summary>
    public DataConverter DataConverter { get; init; } = JsonDataConverter.Default;

    /// <summary>The length at which the host split timers.</summary>
    public TimeSpan MaximumTimerInterval { get; init; } = TimeSpan.FromDays(3);

    /// <summary>Where orchestrators that need services get them; nothing is found when none is given.</summary>
    public IServiceProvider Services { get; init; } = NoServices.Instance;
}
