using Azure;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tedori.Workflows.Telemetry;

namespace Tedori.Functions.Azure.Blobs;

/// <summary>
/// Tells at the start and every hour whether evidence is protected as the design assumes. It does not keep the app from
/// starting: a company at its deadline is worse served by no app than by one whose protection is mended an hour later.
/// </summary>
internal sealed class ProtectionCheck(
    ProtectionProbe probe, ILogger<ProtectionCheck> logger, TimeProvider? time = null) : BackgroundService
{
    // An alarm that was told once only would end by itself.
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time ?? TimeProvider.System);
        try
        {
            do
                TedoriMeter.EvidenceUnprotected.Record(await CountUnprotectedAsync(stoppingToken));
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async Task<int> CountUnprotectedAsync(CancellationToken cancellation)
    {
        try
        {
            var unprotected = (await probe.ReadAsync(cancellation)).Where(found => !found.Protected).ToList();
            foreach (var found in unprotected)
                logger.LogWarning(
                    "The container {Container} has no immutability policy: what lies in it could be removed.",
                    found.Container);
            return unprotected.Count;
        }
        catch (RequestFailedException failure)
        {
            logger.LogError(
                "The evidence containers do not answer: {Status} {Code}.", failure.Status, failure.ErrorCode);
            return 1;
        }
    }
}
