using Microsoft.DurableTask;
using NodaTime;

namespace Tedori.Engine;

/// <content>Activities, sub-orchestrators and timers.</content>
internal sealed partial class OrchestrationContext
{
    private readonly Dictionary<int, IPendingCall> calls = [];
    private readonly Dictionary<int, TurnAction> activities = [];
    private readonly Dictionary<int, PendingTimer> timers = [];
    private readonly SortedSet<(long Due, int Id)> dues = [];

    /// <summary>Called activities without a result.</summary>
    public IReadOnlyDictionary<int, TurnAction> OpenActivities => activities;

    /// <summary>The earliest timer that has not fired.</summary>
    public long? NextDue => dues.Count == 0 ? null : dues.Min.Due;

    public override Task<TResult> CallActivityAsync<TResult>(
        TaskName name, object? input = null, TaskOptions? options = null)
    {
        EnsureTurn();
        RefuseOptionsAsInput(input, options);
        var payload = runtime.Payloads.Write(input);
        var version = (options?.Version is { } given ? given.Version : Version) is { Length: > 0 } some ? some : null;
        return options?.Retry is { } retry
            ? RetryActivity<TResult>(name.Name, payload, version, retry)
            : CallActivity<TResult>(name.Name, payload, version);
    }

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(
        TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        EnsureTurn();
        RefuseOptionsAsInput(input, options);
        var payload = runtime.Payloads.Write(input);
        var target = (options as SubOrchestrationOptions)?.InstanceId ?? NewGuid().ToString("N");
        var version = options?.Version is { } given ? given.Version : runtime.DefaultVersion;
        var tags = options?.Tags is { Count: > 0 } some ? new Dictionary<string, string>(some) : null;
        return Retrying(options?.Retry, () => Call<TResult>(new TurnAction(
            ActionKind.CallSubOrchestrator, nextId, orchestratorName.Name, target, payload, 0, version, tags)));
    }

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        EnsureTurn();
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled(cancellationToken);
        var due = Instant.FromDateTimeUtc(fireAt.ToUniversalTime()).ToUnixTimeTicks();
        var timer = new PendingTimer(nextId++, due);
        actions.Add(new(ActionKind.CreateTimer, timer.Id, Due: due));
        timers.Add(timer.Id, timer);
        dues.Add((due, timer.Id));
        timer.Cancellation = cancellationToken.UnsafeRegister(_ => CancelTimer(timer, cancellationToken), null);
        return timer.Task;
    }

    /// <summary>The timers due by the given time, in order; they count as fired from here on.</summary>
    public List<int> TakeDue(long by)
    {
        var taken = new List<int>();
        while (dues.Count > 0 && dues.Min.Due <= by)
        {
            taken.Add(dues.Min.Id);
            dues.Remove(dues.Min);
        }
        return taken;
    }

    /// <summary>Counts a timer as fired whose firing is recorded but not yet handed to the code.</summary>
    public void MarkFired(int id)
    {
        if (timers.TryGetValue(id, out var timer)) dues.Remove((timer.Due, id));
    }

    private Task<T> RetryActivity<T>(string name, byte[]? payload, string? version, TaskRetryOptions retry) =>
        Retrying(retry, () => CallActivity<T>(name, payload, version));

    private Task<T> CallActivity<T>(string name, byte[]? payload, string? version)
    {
        var action = new TurnAction(ActionKind.CallActivity, nextId, name, Payload: payload, Version: version);
        activities.Add(nextId, action);
        return Call<T>(action);
    }

    private Task<T> Call<T>(TurnAction action)
    {
        actions.Add(action);
        var call = new PendingCall<T>(action.Name, nextId++);
        calls.Add(action.Id, call);
        return call.Task;
    }

    private void Answer(Inbound entry)
    {
        activities.Remove(entry.Id);
        if (!calls.Remove(entry.Id, out var call)) return;
        if (entry.Failure is { } failure) call.Fail(failure);
        else call.Complete(entry.Payload, runtime.Payloads);
    }

    private void FireTimer(int id)
    {
        if (!timers.Remove(id, out var timer)) return;
        dues.Remove((timer.Due, id));
        timer.Cancellation.Dispose();
        timer.TrySetResult();
    }

    private void CancelTimer(PendingTimer timer, CancellationToken token)
    {
        if (!scheduler.InTurn)
        {
            scheduler.Stray();
            return;
        }
        timers.Remove(timer.Id);
        dues.Remove((timer.Due, timer.Id));
        timer.TrySetCanceled(token);
    }

    private static void RefuseOptionsAsInput(object? input, TaskOptions? options)
    {
        if (input is TaskOptions && options is null)
            throw new ArgumentException(
                "Task options were given as the input; name the argument 'options'.", nameof(input));
    }
}
