using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Tedori.Workflows.Evidence;

namespace Tedori.Functions.Schedules;

/// <summary>Every night: uploads that nobody registered.</summary>
public sealed class QuarantineTimer(EvidenceDesk desk, ILogger<QuarantineTimer> logger)
{
    /// <summary>Sweeps. A missed occurrence needs no making up: the next sweep finds the same.</summary>
    [Function("SweepQuarantine")]
    public async Task RunAsync([TimerTrigger("0 40 18 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        if (timer.IsPastDue)
            logger.LogWarning("The sweep of the quarantine runs late.");
        logger.LogInformation("{Count} uploads that nobody registered were removed.", await desk.SweepAsync(cancellation));
    }
}
