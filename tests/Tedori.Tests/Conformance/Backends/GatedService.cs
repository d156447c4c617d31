using System.Diagnostics;
using System.Reflection;
using DurableTask.Core;

namespace Tedori.Tests.Conformance.Backends;

/// <summary>
/// An orchestration service whose worker can be stopped while nothing is in its hands: the one in memory forgets what a
/// worker that goes away held, where others give it to the next one after a while.
/// </summary>
public class GatedService : DispatchProxy
{
    private readonly HashSet<object> held = [];
    private IOrchestrationService inner = null!;
    private TimeSpan limit;
    private TaskCompletionSource gate = Opened();

    /// <param name="inner">What it stands before.</param>
    /// <param name="limit">How long what was handed out may take to come back.</param>
    public static (IOrchestrationService Service, GatedService Gate) Around(IOrchestrationService inner, TimeSpan limit)
    {
        var service = Create<IOrchestrationService, GatedService>();
        var gated = (GatedService)service;
        (gated.inner, gated.limit) = (inner, limit);
        return (service, gated);
    }

    /// <summary>Hands nothing out any more, and completes when all that was handed out has come back.</summary>
    public async Task CloseAsync()
    {
        lock (held)
            gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(5))
        {
            lock (held)
            {
                if (held.Count == 0)
                    return;
                Assert.True(waited.Elapsed < limit, $"{held.Count} work items never came back.");
            }
        }
    }

    /// <summary>Hands out again, first what came meanwhile.</summary>
    public void Open()
    {
        lock (held)
            gate.TrySetResult();
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var answer = targetMethod!.Invoke(inner, BindingFlags.DoNotWrapExceptions, null, args, null);
        switch (targetMethod.Name)
        {
            case nameof(IOrchestrationService.LockNextTaskOrchestrationWorkItemAsync):
                return HandOutAsync((Task<TaskOrchestrationWorkItem>)answer!);
            case nameof(IOrchestrationService.LockNextTaskActivityWorkItem):
                return HandOutAsync((Task<TaskActivityWorkItem>)answer!);
            case nameof(IOrchestrationService.CompleteTaskOrchestrationWorkItemAsync):
            case nameof(IOrchestrationService.AbandonTaskOrchestrationWorkItemAsync):
            case nameof(IOrchestrationService.CompleteTaskActivityWorkItemAsync):
            case nameof(IOrchestrationService.AbandonTaskActivityWorkItemAsync):
                return TakeBackAsync((Task)answer!, args![0]!);
            default:
                return answer;
        }
    }

    private static TaskCompletionSource Opened()
    {
        var open = new TaskCompletionSource();
        open.SetResult();
        return open;
    }

    private async Task<T> HandOutAsync<T>(Task<T> coming)
        where T : class
    {
        var item = await coming;
        if (item is null)
            return item!;
        while (true)
        {
            Task open;
            lock (held)
            {
                if (gate.Task.IsCompleted)
                {
                    held.Add(item);
                    return item;
                }
                open = gate.Task;
            }
            await open;
        }
    }

    private async Task TakeBackAsync(Task done, object item)
    {
        await done;
        lock (held)
            held.Remove(item);
    }
}
