namespace Tedori.Engine;

/// <summary>An orchestrator awaited a task that is not durable, or ran outside its turn.</summary>
public sealed class ForeignAwaitException(string orchestrator, string instanceId) : InvalidOperationException(
    $"The orchestrator '{orchestrator}' (instance '{instanceId}') awaited something that is not durable; it may await "
    + "only tasks of its context, without ConfigureAwait(false).");
