using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using DurableTask.Core;
using DurableTask.Core.History;

namespace Tedori.Tests.Conformance.Backends;

/// <summary>
/// Azure Storage's orchestration service as Microsoft's test server can use it. The server stops a service in a method
/// that nobody can wait for and whose failure ends the process, also one that never started, which this one does not
/// bear: here who opened it stops it, and not the server. The server puts an event of a class of its own into a
/// history, which this one writes and cannot read. And the server keeps one place for each activity and waits for it without
/// end: of one that a busy machine takes longer for than its message is hidden, the message comes again, and what is handed out
/// the second time would hold one of ten hands for good, until none is left. It goes back as long as the first is at work.
/// </summary>
internal sealed class HubService
{
    private static readonly TimeSpan Patience = Testing.Patience.Limit;

    private readonly Lock gate = new();
    private readonly ConcurrentDictionary<(string Instance, int Activity), TaskActivityWorkItem> atWork = [];
    private readonly IOrchestrationService inner;
    private Task? started;
    private Task? stopped;

    public HubService(IOrchestrationService inner)
    {
        this.inner = inner;
        Service = DispatchProxy.Create<IOrchestrationService, Proxy>();
        ((Proxy)Service).Owner = this;
    }

    /// <summary>The service as the server sees it.</summary>
    public IOrchestrationService Service { get; }

    /// <summary>Stops it once, if it was started; left alone, it tries for ten minutes to reach a lost storage.</summary>
    public Task StopAsync()
    {
        lock (gate)
            return stopped ??= started is null ? Task.CompletedTask : StopStartedAsync(started);
    }

    private Task StartAsync()
    {
        lock (gate)
            return stopped is null ? started = inner.StartAsync() : Task.CompletedTask;
    }

    private async Task StopStartedAsync(Task starting)
    {
        await starting;
        await inner.StopAsync(isForced: true).WaitAsync(Patience);
    }

    private async Task<TaskActivityWorkItem?> LockActivityAsync(TimeSpan timeout, CancellationToken cancellation)
    {
        while (true)
        {
            var item = await inner.LockNextTaskActivityWorkItem(timeout, cancellation);
            if (item is null || atWork.TryAdd(KeyOf(item), item))
                return item;
            await inner.AbandonTaskActivityWorkItemAsync(item);
        }
    }

    private async Task DoneAsync(TaskActivityWorkItem item, Task done)
    {
        try
        {
            await done;
        }
        finally
        {
            atWork.TryRemove(new(KeyOf(item), item));
        }
    }

    private static (string Instance, int Activity) KeyOf(TaskActivityWorkItem item) =>
        (item.TaskMessage.OrchestrationInstance.InstanceId, item.TaskMessage.Event.EventId);

    private static void WritePlainly(IList<HistoryEvent> events)
    {
        for (var i = 0; i < events.Count; i++)
        {
            if (events[i] is SubOrchestrationInstanceCreatedEvent e
                && e.GetType() != typeof(SubOrchestrationInstanceCreatedEvent))
            {
                events[i] = new SubOrchestrationInstanceCreatedEvent(e.EventId)
                {
                    Name = e.Name,
                    Version = e.Version,
                    InstanceId = e.InstanceId,
                    Input = e.Input,
                    Timestamp = e.Timestamp,
                };
            }
        }
    }

    /// <summary>Passes everything else on.</summary>
    [SuppressMessage("Performance", "CA1852", Justification = "DispatchProxy makes subclasses of it at run time.")]
    public class Proxy : DispatchProxy
    {
        internal HubService Owner { get; set; } = null!;

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            switch (targetMethod!.Name)
            {
                case nameof(IOrchestrationService.StartAsync):
                    return Owner.StartAsync();
                case nameof(IOrchestrationService.StopAsync):
                    return Task.CompletedTask;
                case nameof(IOrchestrationService.LockNextTaskActivityWorkItem):
                    return Owner.LockActivityAsync((TimeSpan)args![0]!, (CancellationToken)args[1]!);
                case nameof(IOrchestrationService.CompleteTaskActivityWorkItemAsync):
                    return Owner.DoneAsync(
                        (TaskActivityWorkItem)args![0]!,
                        Owner.inner.CompleteTaskActivityWorkItemAsync((TaskActivityWorkItem)args[0]!, (TaskMessage)args[1]!));
                case nameof(IOrchestrationService.AbandonTaskActivityWorkItemAsync):
                    return Owner.DoneAsync(
                        (TaskActivityWorkItem)args![0]!,
                        Owner.inner.AbandonTaskActivityWorkItemAsync((TaskActivityWorkItem)args[0]!));
                case nameof(IOrchestrationService.CompleteTaskOrchestrationWorkItemAsync):
                    WritePlainly(((OrchestrationRuntimeState)args![1]!).NewEvents);
                    WritePlainly(((OrchestrationRuntimeState)args[1]!).Events);
                    break;
            }

            return targetMethod.Invoke(Owner.inner, BindingFlags.DoNotWrapExceptions, null, args, null);
        }
    }
}
