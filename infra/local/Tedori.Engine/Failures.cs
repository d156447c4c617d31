using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Tedori.Engine;

/// <summary>What is recorded of an exception, with the failed task behind it as the inner failure.</summary>
internal static class Failures
{
    public const string ActivityNotFound = "ActivityTaskNotFound";
    public const string OrchestratorNotFound = "OrchestratorTaskNotFound";

    /// <summary>Trying again cannot help: the task does not exist.</summary>
    public static bool IsFinal(TaskFailureDetails details) =>
        details.ErrorType is ActivityNotFound or OrchestratorNotFound;

    public static TaskFailureDetails Of(Exception exception)
    {
        var inner = exception is TaskFailedException failed ? failed.FailureDetails
            : exception.InnerException is { } cause ? Of(cause)
            : null;
        return new(exception.GetType().ToString(), exception.Message, exception.StackTrace, inner, null);
    }

    public static TaskFailureDetails NotFound(string type, string kind, string name) =>
        new(type, $"No {kind} named '{name}' is registered.", null, null, null);

    /// <summary>What a parent is told of a child that did not complete.</summary>
    public static TaskFailureDetails Ended(string instanceId, OrchestrationRuntimeStatus status) =>
        new(typeof(OperationCanceledException).ToString(),
            $"The instance '{instanceId}' ended as {status}.", null, null, null);
}
