using System.Collections.Concurrent;
using DurableTask.AzureStorage;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Tedori.Tests.Conformance.Backends;

/// <summary>A task hub of its own in Azurite. It is opened again as after a restart: with a new service.</summary>
internal sealed class AzureStorageBackend(
    string connectionString, string hub, Action<DurableTaskRegistry> register, BackendOptions options)
    : GrpcBackend(register, options)
{
    private static readonly ConcurrentBag<Task> Stopping = [];

    private readonly HashSet<string> begun = [];
    private AzureStorageOrchestrationService? storage;
    private HubService? service;

    // A queue of Azure Storage hides a message for whole seconds, so a timer fires up to one early.
    public override void AssertWaited(TimeSpan asked, TimeSpan waited) =>
        base.AssertWaited(asked - TimeSpan.FromSeconds(1), waited);

    // A message of a start that cannot be looked at yet goes back into the queue, behind the events raised meanwhile; what
    // comes before an instance has begun is dropped.
    public override async Task RaiseAsync(string id, string name, object? payload = null)
    {
        if (!begun.Contains(id))
            begun.Add((await UntilAsync(id, m => m.RuntimeStatus != OrchestrationRuntimeStatus.Pending)).InstanceId);
        await base.RaiseAsync(id, name, payload);
    }

    /// <summary>The history of an instance's present execution: a JSON array, as the service writes it.</summary>
    public override async Task<string> HistoryAsync(string id)
    {
        var state = await storage!.GetOrchestrationStateAsync(id, executionId: null);
        return await storage.GetOrchestrationHistoryAsync(id, state.OrchestrationInstance.ExecutionId);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        // It takes a second, most of it asleep, and nobody opens this hub again: whoever ends the storage waits for it.
        Stopping.Add(service!.StopAsync());
    }

    /// <summary>Completes when all services that were left have stopped; none is left alone with a storage that is gone.</summary>
    public static Task WhenStoppedAsync() => Task.WhenAll(Stopping);

    protected override async Task<HubServer> ServeAsync()
    {
        storage = await TaskHubs.OpenAsync(connectionString, hub);
        service = new(storage);
        return await HubServer.StartAsync(service.Service, storage);
    }

    protected override async Task StopAsync()
    {
        await base.StopAsync();
        await StopServerAsync();
        await service!.StopAsync();
    }
}
