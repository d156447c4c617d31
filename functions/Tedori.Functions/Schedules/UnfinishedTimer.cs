using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Tedori.Workflows.Approvals;

namespace Tedori.Functions.Schedules;

/// <summary>Every five minutes: what staff approved or started, and a process that ended left half done.</summary>
public sealed class UnfinishedTimer(Unfinished unfinished, ILogger<UnfinishedTimer> logger)
{
    /// <summary>Finishes it. A missed occurrence needs no making up: the next one finds the same.</summary>
    [Function("FinishUnfinished")]
    public async Task RunAsync(
        [TimerTrigger("0 2-59/5 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        if (await unfinished.FinishAsync(cancellation) is > 0 and var found)
            logger.LogWarning("{Found} proposals or jobs were gone on with.", found);
    }
}
