using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Tedori.Workflows.Rounds;
using Tedori.Workflows.Sweeping;

namespace Tedori.Functions.Schedules;

/// <summary>Every five minutes: whatever is due and not done.</summary>
public sealed class SweeperTimer(
    Sweeper sweeper, SweepLog log, LateResults results, ILogger<SweeperTimer> logger)
{
    /// <summary>Sweeps. A missed occurrence needs no making up: the next sweep finds the same.</summary>
    [Function("Sweep")]
    public async Task RunAsync(
        [TimerTrigger("0 */5 * * * *", UseMonitor = true)] TimerInfo timer,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        if (timer.IsPastDue)
            logger.LogWarning("The sweeper runs late.");
        var report = await sweeper.SweepAsync(cancellation);
        await log.KeepAsync(report, cancellation);
        if (!report.Clean)
        {
            logger.LogWarning(
                "The sweeper mended {Late} late cases, {Unopened} unopened entries and {Unsent} unsent notices, "
                + "and {Unfinished} proposals or jobs take long.",
                report.Late, report.Unopened, report.Unsent, report.Unfinished);
        }

        foreach (var round in await results.FindAsync(cancellation))
            logger.LogError("The result of {Round} is late.", round);
    }
}
