using DurableTask.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Tedori.Engine;

/// <summary>Failures that are the engine's own to tell; all others are the SDK's.</summary>
internal static class Failures
{
    public const string ActivityNotFound = "ActivityTaskNotFound";
    public const string OrchestratorNotFound = "OrchestratorTaskNotFound";

    /// <summary>As the SDK's worker says it. Trying again cannot help.</summary>
    public static FailureDetails NotFound(string type, string kind, string name) =>
        new(type, $"No {kind} task named '{name}' was found.", null, null, isNonRetriable: true);

    /// <summary>What a parent is told of a child that did not complete.</summary>
    public static FailureDetails Ended(string instanceId, OrchestrationRuntimeStatus status) => new(
        typeof(OperationCanceledException).ToString(), $"The instance '{instanceId}' ended as {status}.",
        null, null, isNonRetriable: false);

    /// <summary>The same as a client reads it.</summary>
    public static TaskFailureDetails? Told(FailureDetails? failure) => failure is null ? null : new(
        failure.ErrorType, failure.ErrorMessage, failure.StackTrace, Told(failure.InnerFailure), failure.Properties);
}
