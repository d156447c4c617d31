using System.Globalization;

namespace Tedori.Engine;

/// <summary>An orchestrator's code did something else than its history says it did.</summary>
public sealed class NonDeterministicOrchestrationException(
    string orchestrator, string instanceId, int position, string? recorded, string? done)
    : InvalidOperationException(string.Create(
        CultureInfo.InvariantCulture,
        $"The orchestrator '{orchestrator}' (instance '{instanceId}') diverged from its history at action {position}: "
        + $"the history says {recorded ?? "nothing"}, the code did {done ?? "nothing"}."))
{
    /// <summary>Which action of the execution diverged, counted from one.</summary>
    public int Position { get; } = position;

    /// <summary>What the history says; null when it ends there.</summary>
    public string? Recorded { get; } = recorded;

    /// <summary>What the code did; null when it did nothing more.</summary>
    public string? Done { get; } = done;
}
