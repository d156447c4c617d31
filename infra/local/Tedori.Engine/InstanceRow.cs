using DurableTask.Core;
using Microsoft.DurableTask.Client;

namespace Tedori.Engine;

/// <summary>An instance as it is stored: everything but its history. Times are Unix ticks.</summary>
internal sealed record InstanceRow
{
    public required long Key { get; init; }

    public required string Id { get; init; }

    public required string Name { get; init; }

    public string Version { get; init; } = "";

    public ParentLink? Parent { get; init; }

    public required OrchestrationRuntimeStatus Status { get; init; }

    public required long CreatedAt { get; init; }

    public long UpdatedAt { get; init; }

    public long? FinishedAt { get; init; }

    /// <summary>Null: nothing to do. Zero: work to resume at start-up. Else the next time something is due.</summary>
    public long? Wake { get; init; }

    /// <summary>When a delayed start is due; null once the instance was started.</summary>
    public long? StartAt { get; init; }

    /// <summary>How often the instance continued as new.</summary>
    public int Execution { get; init; }

    public byte[]? Input { get; init; }

    public byte[]? Output { get; init; }

    public byte[]? CustomStatus { get; init; }

    public FailureDetails? Failure { get; init; }

    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    public bool IsTerminal => Status is OrchestrationRuntimeStatus.Completed
        or OrchestrationRuntimeStatus.Failed
        or OrchestrationRuntimeStatus.Terminated;
}
