using DurableTask.AzureStorage;
using DurableTask.Core;
using Microsoft.DurableTask;

namespace Tedori.Tests.Conformance.Backends;

/// <summary>A task hub of its own in Azurite. It is opened again as after a restart: with a new service.</summary>
internal sealed class AzureStorageBackend(
    string connectionString, Action<DurableTaskRegistry> register, BackendOptions options)
    : GrpcBackend(register, options)
{
    private readonly string hub = TaskHubs.NewName();
    private AzureStorageOrchestrationService? service;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await StopServiceAsync();
    }

    protected override async Task<IOrchestrationService> ServiceAsync() =>
        service = await TaskHubs.OpenAsync(connectionString, hub);

    protected override async Task ReopenAsync()
    {
        await StopWorkerAsync();
        await StopServerAsync();
        await StopServiceAsync();
        await OpenAsync();
    }

    private async Task StopServiceAsync()
    {
        await service!.StopAsync(isForced: true);
        service.Dispose();
    }
}
