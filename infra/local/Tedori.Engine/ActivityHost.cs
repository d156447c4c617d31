using Microsoft.DurableTask;
using Microsoft.DurableTask.Worker.Shims;
using Microsoft.Extensions.DependencyInjection;

namespace Tedori.Engine;

/// <summary>What activities need around them.</summary>
internal sealed class ActivityHost
{
    public required IReadOnlyDictionary<string, Func<IServiceProvider, ITaskActivity>> Activities { get; init; }

    public required IServiceProvider Services { get; init; }

    public required IServiceScopeFactory? Scopes { get; init; }

    public required DurableTaskShimFactory Shims { get; init; }

    /// <summary>Takes the work back with its result.</summary>
    public required Action<ActivityWork> Finished { get; init; }
}
