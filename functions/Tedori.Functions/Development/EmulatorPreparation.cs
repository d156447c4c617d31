using Microsoft.Extensions.Hosting;
using Tedori.Functions.Azure.Blobs;
using Tedori.Functions.Http;

namespace Tedori.Functions.Development;

/// <summary>
/// Makes at the start what the Bicep makes on Azure: the containers, and browsers' leave to write to them.
/// </summary>
internal sealed class EmulatorPreparation(EvidenceContainers containers, PublicAddress address) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) =>
        containers.PrepareEmulatorAsync(address.Base, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
