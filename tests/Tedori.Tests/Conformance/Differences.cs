using Tedori.Tests.Conformance.Backends;
using static Tedori.Tests.Conformance.Backends.BackendKind;

namespace Tedori.Tests.Conformance;

/// <summary>Every spec that some back end does not keep, and why. "The server" is Microsoft's test server.</summary>
internal static class Differences
{
    private const string NoStartTime = "The server drops the start time: the instance begins at once.";
    private const string NoDetails = "The server writes no failure details into the history.";
    private const string NoRecursion = "The server knows no recursion: it does this to the one instance.";
    private const string NoList = "The server has no list of ids.";
    private const string NoAnswer = "The server waits for an instance that is not there until the caller gives up.";
    private const string Nobody = "The server takes a message to nobody and drops it.";
    private const string AnyPurge = "A purge by filter asks for the status only, not whether the instance has ended.";
    private const string NoPolicy = "A start replaces whatever has its id, unless the client names statuses to keep.";
    private const string NoSelf =
        "The server does nothing that comes after beginning anew, so the events handed on are lost.";
    private const string NoRefusal = "The server does not tell the parent that the id is taken.";

    public static readonly IReadOnlyList<Difference> All =
    [
        new("ActivitySpecs.Activity_InterruptedByAStop_RunsAgain", InMemory,
            "What the server has handed to a worker that is gone is lost.", "never came"),
        .. Both("ContinueAsNewSpecs.ContinueAsNew_PreservingEvents_LosesNone", NoSelf, "never came"),
        .. Both("StartSpecs.Start_OfARunningId_IsRefused", NoPolicy, "No exception was thrown"),
        .. Both("StartSpecs.StartAt_NotReached_LeavesTheInstancePending", NoStartTime, "Expected: Pending"),
        .. Both("StartSpecs.StartAt_NotReached_KeepsEvents", NoStartTime, "Expected: Pending"),
        .. Both("StartSpecs.WaitForCompletion_OfNoInstance_IsRefused", NoAnswer, "TimeoutException"),
        .. Both("SuspensionSpecs.Suspend_OfNoInstance_IsRefused", Nobody, "Value is null"),
        .. Both("PurgeSpecs.PurgeAll_OfRunning_RemovesNone", AnyPurge, "Value is null"),
        .. Both("PurgeSpecs.Purge_Recursive_RemovesTheChildren", NoRecursion, "Expected: 2"),
        .. Both("TerminationSpecs.Terminate_Recursive_EndsTheChildren", NoRecursion, "never came"),
        .. Both("SubOrchestratorSpecs.Sub_UnderTheIdOfARunningInstance_FailsTheCall", NoRefusal, "never came"),
        .. Both("QuerySpecs.ListInstanceIds_OfTheCompleted_FindsThem", NoList, "Unimplemented"),
        new("PurgeSpecs.Purge_Running_DoesNothing", AzureStorage,
            "Azure Storage's service purges an instance that it is told, running or not.", "Expected: 0"),
        new("RestartSpecs.Restart_Running_IsRefused", AzureStorage, NoPolicy, "Value is null"),
        new("QuerySpecs.Query_WithAForeignToken_IsRefused", AzureStorage,
            "Azure Storage's service begins anew where it cannot read a token.", "Value is null"),
        new("StartSpecs.Start_OfAnUnknownOrchestrator_SaysWhy", AzureStorage, NoDetails, "OrchestratorTaskNotFound"),
        new("FailureSpecs.Orchestrator_Throwing_ShowsItsOwnException", AzureStorage, NoDetails, "too late by 1"),
        new("FailureSpecs.FailureDetails_AfterARestart_AreTheSame", AzureStorage, NoDetails, "Expected: \"inner\""),
        new("FailureSpecs.Failure_OfASubOrchestratorsActivity_PassesThroughBothParents", AzureStorage, NoDetails,
            "Expected: \"deep\""),
    ];

    public static Difference? Of(string group, string spec, BackendKind backend) =>
        All.SingleOrDefault(d => d.Spec == $"{group}.{spec}" && d.Backend == backend);

    private static Difference[] Both(string spec, string reason, string symptom) =>
        [new(spec, InMemory, reason, symptom), new(spec, AzureStorage, reason, symptom)];
}
