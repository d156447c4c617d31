using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Workflows.Reconciliation;

namespace Tedori.Functions.Schedules;

/// <summary>Every night from 01:30, Japanese time: the receipts against the evidence.</summary>
public sealed class ReconciliationTimer(ReconciliationService service, IClock clock, ILogger<ReconciliationTimer> logger)
{
    /// <summary>
    /// Runs, or goes on with, the reconciliation of today. The later hours of a night go on where an earlier one was
    /// stopped, and do nothing where it ended; a night that was missed is made up for by the next.
    /// </summary>
    [Function("Reconcile")]
    public async Task RunAsync(
        [TimerTrigger("0 30 16-19 * * *", UseMonitor = true)] TimerInfo timer, CancellationToken cancellation)
    {
        if (timer.IsPastDue)
            logger.LogWarning("The reconciliation runs late.");
        var run = await service.RunAsync(JapanTime.DateOf(clock.GetCurrentInstant()), cancellation);
        if (run.Findings > 0)
            logger.LogError(
                "The reconciliation of {Files} files found {Findings} differences.", run.Files, run.Findings);
        else
            logger.LogInformation("The reconciliation of {Files} files found nothing.", run.Files);
    }
}
