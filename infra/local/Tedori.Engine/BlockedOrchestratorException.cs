namespace Tedori.Engine;

/// <summary>An orchestrator's code held its thread: it slept, blocked on a task or computed for too long.</summary>
public sealed class BlockedOrchestratorException(string orchestrator, string instanceId, TimeSpan after)
    : InvalidOperationException(
        $"The orchestrator '{orchestrator}' (instance '{instanceId}') blocked its thread for more than {after}; it may "
        + "only await tasks of its context, never sleep, Wait() or read Result.");
