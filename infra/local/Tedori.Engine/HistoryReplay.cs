using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Tedori.Engine;

/// <summary>Replays recorded histories against today's code: a change that would break a running case shows.</summary>
public static class HistoryReplay
{
    /// <summary>Replays what <see cref="DurableEngine.ExportHistoryAsync"/> wrote. No activity runs.</summary>
    /// <exception cref="NonDeterministicOrchestrationException">The code diverges from the history.</exception>
    /// <exception cref="ForeignAwaitException">The code awaits something that is not durable.</exception>
    public static Task RunAsync(string history, DurableTaskRegistry registry, JsonSerializerOptions json)
    {
        ArgumentNullException.ThrowIfNull(registry);
        var recorded = HistoryJson.Read(history);
        var strayed = false;
        var runtime = new Runtime
        {
            Orchestrators = Runtime.ByName(registry.GetOrchestrators()),
            Services = new NoServices(),
            Payloads = new Payloads(json),
            DefaultVersion = "",
            Strayed = (_, _, _) => strayed = true,
        };
        var instance = new Instance(RowOf(recorded), stored: true);
        var replay = new Replay(instance, runtime, [HistoryJson.Pack(recorded)]);
        replay.Run();
        replay.Settle();
        if (instance.Divergence is { } divergence) throw divergence;
        if (strayed || instance.Context!.IsStuck) throw new ForeignAwaitException(instance.Name, instance.Id);
        return Task.CompletedTask;
    }

    private static InstanceRow RowOf(RecordedHistory history) => new()
    {
        Key = 1,
        Id = history.InstanceId,
        Name = history.Name,
        Version = history.Version,
        Execution = history.Execution,
        Status = OrchestrationRuntimeStatus.Running,
        CreatedAt = 0,
        Input = HistoryJson.Bytes(history.Input),
        Parent = history.ParentId is null ? null : new(0, history.ParentId, history.ParentName ?? "", 0, 0),
    };

    private sealed class NoServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }
}
