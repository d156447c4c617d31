using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Tedori.Workflows.Canary;
using Tedori.Workflows.Durable;
using Tedori.Workflows.Sweeping;
using Tedori.Workflows.Telemetry;

namespace Tedori.Functions.Schedules;

/// <summary>
/// Every hour: did the last deadline fire, and a new one; whether orchestrations failed or the sweeper is silent.
/// </summary>
public sealed class CanaryTimer(
    CanaryService canaries, FailedInstances failed, SweepLog sweeps, ILogger<CanaryTimer> logger)
{
    /// <summary>Checks, then plants. A missed hour has no canary: there is nobody to miss it.</summary>
    [Function("Canary")]
    public async Task RunAsync(
        [TimerTrigger("0 0 * * * *", UseMonitor = true)] TimerInfo timer,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        if (timer.IsPastDue)
            logger.LogWarning("The canary is planted late.");
        if (await canaries.CheckAsync(cancellation) is > 0 and var missed)
            logger.LogError("{Missed} canary deadlines did not fire.", missed);
        await canaries.PlantAsync(cancellation);
        if (await failed.CountAsync(cancellation) is > 0 and var count)
            logger.LogError("{Count} orchestrations failed.", count);
        if (await sweeps.AgeAsync(cancellation) is { } age)
            TedoriMeter.SweeperAge.Record(age.TotalSeconds);
    }
}
