using DurableTask.Core;
using DurableTask.Core.History;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;

namespace Tedori.Engine;

/// <summary>One run of an activity; afterwards, the message that carries its result.</summary>
internal sealed class ActivityWork(Instance caller, TaskScheduledEvent call, ActivityHost host)
    : Message, IThreadPoolWorkItem
{
    private string? result;
    private FailureDetails? failure;

    /// <summary>Who called. It is not evicted while it waits for this.</summary>
    public Instance Caller => caller;

    public int Execution { get; } = caller.Execution;

    public HistoryEvent Answer => failure is null
        ? new TaskCompletedEvent(-1, call.EventId, result)
        : new TaskFailedEvent(-1, call.EventId, failure.ErrorMessage, null, failure);

    public override void Apply(Dispatcher dispatcher) => dispatcher.Finish(this);

    /// <summary>Runs it on the caller's thread until it first waits.</summary>
    public void Begin() => _ = RunAsync();

    void IThreadPoolWorkItem.Execute() => Begin();

    private async Task RunAsync()
    {
        try
        {
            if (!host.Activities.TryGetValue(call.Name!, out var factory))
                failure = Failures.NotFound(Failures.ActivityNotFound, "activity", call.Name!);
            else if (host.Scopes is null) await RunAsync(factory(host.Services));
            else
            {
                await using var scope = host.Scopes.CreateAsyncScope();
                await RunAsync(factory(scope.ServiceProvider));
            }
        }
        catch (Exception e)
        {
            failure = new(e);
        }
        host.Finished(this);
    }

    private async Task RunAsync(ITaskActivity activity)
    {
        var identity = new OrchestrationInstance { InstanceId = caller.Id };
        var context = new TaskContext(identity, call.Name!, call.Version, call.EventId);
        result = await host.Shims.CreateActivity(call.Name!, activity).RunAsync(context, call.Input);
    }
}
