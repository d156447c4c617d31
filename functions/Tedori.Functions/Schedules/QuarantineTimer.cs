using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Tedori.Workflows.Durable;
using Tedori.Workflows.Evidence;
using Tedori.Workflows.Notices;

namespace Tedori.Functions.Schedules;

/// <summary>
/// Every night: what is kept only for a time. Uploads that nobody registered, the mail server's reports, and the
/// orchestrations of canaries and notices that ended.
/// </summary>
public sealed class QuarantineTimer(
    EvidenceService service, MailEventService mailEvents, FinishedInstances finished,
    ILogger<QuarantineTimer> logger)
{
    /// <summary>Sweeps. A missed occurrence needs no making up: the next sweep finds the same.</summary>
    [Function("SweepQuarantine")]
    public async Task RunAsync(
        [TimerTrigger("0 40 18 * * *")] TimerInfo timer,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        if (timer.IsPastDue)
            logger.LogWarning("The sweep of the quarantine runs late.");
        logger.LogInformation(
            "{Count} uploads that nobody registered were removed.", await service.SweepAsync(cancellation));
        logger.LogInformation(
            "{Count} old reports of the mail server were dropped.", await mailEvents.DropAsync(cancellation));
        logger.LogInformation(
            "{Count} orchestrations that ended were dropped.", await finished.PurgeAsync(cancellation));
    }
}
