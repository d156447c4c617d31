using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Tedori.Workflows.Drafts;
using Tedori.Workflows.Durable;
using Tedori.Workflows.Evidence;
using Tedori.Workflows.Notices;

namespace Tedori.Functions.Schedules;

/// <summary>
/// Every night: what is kept only for a time. Uploads that nobody registered, answers that a browser could go back to,
/// the mail server's reports, and the orchestrations of canaries and notices that ended.
/// </summary>
public sealed class QuarantineTimer(
    EvidenceService service, KeptPages pages, MailEventService mailEvents, FinishedInstances finished,
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
        await DropAsync("uploads that nobody registered", service.SweepAsync, cancellation);
        await DropAsync("answers to what was sent", pages.DropAsync, cancellation);
        await DropAsync("old reports of the mail server", mailEvents.DropAsync, cancellation);
        await DropAsync("orchestrations that ended", finished.PurgeAsync, cancellation);
    }

    // One kind that fails does not keep the others.
    private async Task DropAsync(string what, Func<CancellationToken, Task<int>> drop, CancellationToken cancellation)
    {
        try
        {
            logger.LogInformation("{Count} {What} were dropped.", await drop(cancellation), what);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            logger.LogError(e, "The {What} could not be dropped; the next night tries again.", what);
        }
    }
}
