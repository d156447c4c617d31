using System.Reflection;
using DurableTask.Core;

namespace Tedori.Tests.Conformance.Backends;

/// <summary>
/// Stops an orchestration service once, and only if it was started. Microsoft's server stops it in a method that nobody
/// can wait for, whether or not a worker ever connected, and Azure Storage's throws if it was not started.
/// </summary>
internal sealed class GuardedService
{
    private readonly Lock gate = new();
    private readonly IOrchestrationService inner;
    private Task started = Task.CompletedTask;
    private Task? stopped;

    public GuardedService(IOrchestrationService inner)
    {
        this.inner = inner;
        Service = DispatchProxy.Create<IOrchestrationService, Proxy>();
        ((Proxy)Service).Guard = this;
    }

    /// <summary>The service as the server sees it.</summary>
    public IOrchestrationService Service { get; }

    public Task StopAsync()
    {
        lock (gate)
        {
            if (started == Task.CompletedTask)
                stopped ??= Task.CompletedTask;
            return stopped ??= StopStartedAsync();
        }
    }

    private Task StartAsync()
    {
        lock (gate)
            return stopped is null ? started = inner.StartAsync() : Task.CompletedTask;
    }

    private async Task StopStartedAsync()
    {
        await started;
        await inner.StopAsync(isForced: true);
    }

    /// <summary>Passes on everything but the start and the stop.</summary>
    public class Proxy : DispatchProxy
    {
        internal GuardedService Guard { get; set; } = null!;

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name switch
        {
            nameof(IOrchestrationService.StartAsync) => Guard.StartAsync(),
            nameof(IOrchestrationService.StopAsync) => Guard.StopAsync(),
            _ => targetMethod.Invoke(Guard.inner, BindingFlags.DoNotWrapExceptions, binder: null, args, culture: null),
        };
    }
}
