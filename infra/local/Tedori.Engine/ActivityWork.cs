using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;

namespace Tedori.Engine;

/// <summary>One run of an activity on the thread pool; afterwards, the message that carries its result.</summary>
internal sealed class ActivityWork(Instance caller, TurnAction call, ActivityHost host) : Message, IThreadPoolWorkItem
{
    private byte[]? result;
    private TaskFailureDetails? failure;

    /// <summary>Who called. It is not evicted while it waits for this.</summary>
    public Instance Caller => caller;

    public int Execution { get; } = caller.Execution;

    public Inbound Answer => failure is null
        ? new(EntryKind.ActivityCompleted, call.Id, Payload: result)
        : new(EntryKind.ActivityFailed, call.Id, Failure: failure);

    public override void Apply(Dispatcher dispatcher) => dispatcher.Finish(this);

    void IThreadPoolWorkItem.Execute() => _ = RunAsync();

    private async Task RunAsync()
    {
        try
        {
            if (!host.Activities.TryGetValue(call.Name, out var factory))
                failure = Failures.NotFound(Failures.ActivityNotFound, "activity", call.Name);
            else if (host.Scopes is null) await RunAsync(factory(host.Services));
            else
            {
                await using var scope = host.Scopes.CreateAsyncScope();
                await RunAsync(factory(scope.ServiceProvider));
            }
        }
        catch (Exception e)
        {
            failure = Failures.Of(e);
        }
        host.Finished(this);
    }

    private async Task RunAsync(ITaskActivity activity)
    {
        var input = host.Payloads.Read(call.Payload, activity.InputType);
        if (input is null && activity.InputType.IsValueType) input = Activator.CreateInstance(activity.InputType);
        var context = new ActivityContext(call.Name, caller.Id, call.Version ?? "");
        result = host.Payloads.Write(await activity.RunAsync(context, input));
    }
}
