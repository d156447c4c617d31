using Microsoft.DurableTask;
using Microsoft.DurableTask.Worker;
using Microsoft.DurableTask.Worker.Shims;
using Microsoft.Extensions.Logging;

namespace Tedori.Engine;

/// <summary>What an orchestrator's code needs around it, in the engine and in a replay of a recorded history.</summary>
internal sealed class Runtime
{
    public required IReadOnlyDictionary<string, Func<IServiceProvider, ITaskOrchestrator>> Orchestrators { get; init; }

    public required IServiceProvider Services { get; init; }

    public required DataConverter Converter { get; init; }

    /// <summary>Longer timers are made of several of this length.</summary>
    public required TimeSpan MaximumTimerInterval { get; init; }

    /// <summary>What makes the SDK's executor run our orchestrators and activities.</summary>
    public required DurableTaskShimFactory Shims { get; init; }

    public ILoggerFactory? LoggerFactory { get; init; }

    /// <summary>Told when the code of an execution (id, key, number) ran outside its turn.</summary>
    public required Action<string, long, int> Strayed { get; init; }

    /// <summary>The worker's shims. They log each task at its start and end: nobody asked for that here.</summary>
    public static DurableTaskShimFactory ShimsFor(DataConverter converter, TimeSpan longestTimer, string version) =>
        new(new DurableTaskWorkerOptions
        {
            DataConverter = converter,
            MaximumTimerInterval = longestTimer,
            Versioning = version.Length == 0
                ? null
                : new DurableTaskWorkerOptions.VersioningOptions { DefaultVersion = version },
        });

    public static Dictionary<string, Func<IServiceProvider, T>> ByName<T>(
        IEnumerable<KeyValuePair<TaskName, Func<IServiceProvider, T>>> factories) =>
        factories.ToDictionary(f => f.Key.Name, f => f.Value, StringComparer.OrdinalIgnoreCase);
}
