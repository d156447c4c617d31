using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Entities;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Tedori.Engine;

/// <summary>The SDK's context as an orchestrator's code sees it: each call passes the guard.</summary>
internal sealed class GuardedContext(TaskOrchestrationContext inner, object? input, TurnGuard guard, Runtime runtime)
    : TaskOrchestrationContext
{
    public override TaskName Name => inner.Name;

    public override string InstanceId => inner.InstanceId;

    public override ParentOrchestrationInstance? Parent => inner.Parent;

    public override DateTime CurrentUtcDateTime => inner.CurrentUtcDateTime;

    public override bool IsReplaying => inner.IsReplaying;

    public override string Version => inner.Version ?? "";

    public override IReadOnlyDictionary<string, object?> Properties => inner.Properties;

    public override TaskOrchestrationEntityFeature Entities => inner.Entities;

    protected override ILoggerFactory LoggerFactory => runtime.LoggerFactory ?? NullLoggerFactory.Instance;

    public override T? GetInput<T>()
        where T : default => input switch
        {
            null => default,
            T typed => typed,
            // A wrapper is registered without its type: it says here what it takes.
            JsonElement untyped => runtime.Converter.Deserialize<T>(untyped.GetRawText()),
            _ => (T)input,
        };

    public override Task<TResult> CallActivityAsync<TResult>(
        TaskName name, object? input = null, TaskOptions? options = null)
    {
        guard.Check();
        return guard.Note(inner.CallActivityAsync<TResult>(name, input, options));
    }

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(
        TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        guard.Check();
        return guard.Note(inner.CallSubOrchestratorAsync<TResult>(orchestratorName, input, options));
    }

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        guard.Check();
        var due = fireAt.ToUniversalTime();
        // What the SDK's context does with a timer that it need not split, without its layer: a cancelled timer throws
        // once in each.
        return guard.Note(due - CurrentUtcDateTime <= runtime.MaximumTimerInterval
            ? guard.Beneath!.CreateTimer<object?>(due, null, cancellationToken)
            : inner.CreateTimer(due, cancellationToken));
    }

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        guard.Check();
        return guard.Note(inner.WaitForExternalEvent<T>(eventName, cancellationToken));
    }

    public override void SendEvent(string instanceId, string eventName, object payload)
    {
        guard.Check();
        inner.SendEvent(instanceId, eventName, payload);
    }

    public override void SetCustomStatus(object? customStatus)
    {
        guard.Check();
        inner.SetCustomStatus(customStatus);
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true) =>
        ContinueAsNew(new ContinueAsNewOptions
        {
            NewInput = newInput,
            PreserveUnprocessedEvents = preserveUnprocessedEvents,
        });

    public override void ContinueAsNew(ContinueAsNewOptions options)
    {
        guard.Check();
        inner.ContinueAsNew(options);
        guard.Renewing = true;
    }

    public override Guid NewGuid()
    {
        guard.Check();
        return inner.NewGuid();
    }
}
