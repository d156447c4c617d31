using Azure;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Tedori.Functions.Azure.Blobs;

/// <summary>
/// Says at the start whether evidence is protected as the design assumes. It does not keep the app from starting: a
/// company at its deadline is worse served by no app than by one whose protection is mended an hour later.
/// </summary>
internal sealed class ProtectionCheck(ProtectionProbe probe, ILogger<ProtectionCheck> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            foreach (var found in await probe.ReadAsync(stoppingToken))
                Tell(found);
        }
        catch (RequestFailedException failure)
        {
            logger.LogError(
                "The evidence containers do not answer: {Status} {Code}.", failure.Status, failure.ErrorCode);
        }
    }

    private void Tell(ContainerProtection found)
    {
        if (found.Protected)
            logger.LogInformation("The container {Container} is protected from changes.", found.Container);
        else
            logger.LogWarning("The container {Container} has no immutability policy: what lies in it could be removed.",
                found.Container);
    }
}
