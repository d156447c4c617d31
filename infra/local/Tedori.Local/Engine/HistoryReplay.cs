using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Tedori.Programme.Serialization;

namespace Tedori.Local.Engine;

/// <summary>Replays recorded histories against today's code: a change that would break a running case shows.</summary>
public static class HistoryReplay
{
    /// <summary>Replays what <see cref="DurableEngine.ExportHistoryAsync"/> wrote. No activity runs.</summary>
    /// <exception cref="NonDeterministicOrchestrationException">The code diverges from the history.</exception>
    /// <exception cref="ForeignAwaitException">The code awaits something that is not durable.</exception>
    public static Task RunAsync(string json, DurableTaskRegistry registry, JsonSerializerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(registry);
        var history = HistoryJson.Read(json);
        var strayed = false;
        var runtime = new Runtime
        {
            Orchestrators = Runtime.ByName(registry.GetOrchestrators()),
            Services = new ServiceCollection().BuildServiceProvider(),
            Payloads = new Payloads(options ?? TedoriJson.Options),
            DefaultVersion = "",
            Strayed = (_, _, _) => strayed = true,
        };
        var instance = new Instance(RowOf(history), stored: true);
        var replay = new Replay(instance, runtime, [HistoryJson.Pack(history)]);
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
}
