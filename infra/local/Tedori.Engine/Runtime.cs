using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace Tedori.Engine;

/// <summary>What an orchestrator's code needs around it, in the engine and in a replay of a recorded history.</summary>
internal sealed class Runtime
{
    public required IReadOnlyDictionary<string, Func<IServiceProvider, ITaskOrchestrator>> Orchestrators { get; init; }

    public required IServiceProvider Services { get; init; }

    public required Payloads Payloads { get; init; }

    public required string DefaultVersion { get; init; }

    public ILoggerFactory? LoggerFactory { get; init; }

    /// <summary>Told when the code of an execution (id, key, number) ran outside its turn.</summary>
    public required Action<string, long, int> Strayed { get; init; }

    public static Dictionary<string, Func<IServiceProvider, T>> ByName<T>(
        IEnumerable<KeyValuePair<TaskName, Func<IServiceProvider, T>>> factories) =>
        factories.ToDictionary(f => f.Key.Name, f => f.Value, StringComparer.OrdinalIgnoreCase);
}
