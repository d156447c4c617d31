using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Tedori.Workflows.Alarms;

namespace Tedori.Functions.Schedules;

/// <summary>Every quarter of an hour: what people outside the console have to hear of.</summary>
public sealed class AlarmTimer(OfficeAlarms alarms, ILogger<AlarmTimer> logger)
{
    /// <summary>Looks. A missed occurrence needs no making up: the next look sees the same.</summary>
    [Function("Alarms")]
    public Task RunAsync(
        [TimerTrigger("0 8,23,38,53 * * * *", UseMonitor = true)] TimerInfo timer,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        if (timer.IsPastDue)
            logger.LogWarning("Alarms are looked for late.");
        return alarms.LookAsync(cancellation);
    }
}
