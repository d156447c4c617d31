using Microsoft.DurableTask;
using Microsoft.DurableTask.Testing.Sidecar;

namespace Tedori.Tests.Conformance.Backends;

/// <summary>
/// What Microsoft's DurableTaskTestHost is made of, put together here so that its worker can be restarted: the test
/// host cannot, and forgets everything with its worker.
/// </summary>
internal sealed class InMemoryBackend(Action<DurableTaskRegistry> register, BackendOptions options)
    : GrpcBackend(register, options)
{
    private GatedService? gate;

    protected override Task<HubServer> ServeAsync()
    {
        var service = new InMemoryOrchestrationService();
        (var gated, gate) = GatedService.Around(service, Limit);
        return HubServer.StartAsync(gated, service);
    }

    protected override async Task StopAsync()
    {
        await gate!.CloseAsync();
        await base.StopAsync();
    }

    public override async Task OpenAsync()
    {
        await base.OpenAsync();
        gate!.Open();
    }
}
