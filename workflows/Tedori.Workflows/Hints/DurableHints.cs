using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using NodaTime;
using Tedori.Programme.Cases;
using Tedori.Programme.Notices;
using Tedori.Workflows.Canary;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Notices;
using Tedori.Workflows.Rounds;

namespace Tedori.Workflows.Hints;

/// <summary>Hints by way of the Durable Task client.</summary>
public sealed class DurableHints(DurableClientSlot slot, ILogger<DurableHints> logger) : IHints
{
    /// <inheritdoc/>
    public Task CaseOpenedAsync(CaseId caseId, CancellationToken cancellation = default) =>
        EnsureAsync(nameof(CaseOrchestrator), caseId.ToString(), caseId.ToString(), cancellation);

    /// <inheritdoc/>
    public Task CaseChangedAsync(CaseId caseId, CancellationToken cancellation = default) =>
        WakeAsync(caseId.ToString(), cancellation);

    /// <inheritdoc/>
    public Task RoundOpenedAsync(RoundId round, CancellationToken cancellation = default) =>
        EnsureAsync(nameof(RoundOrchestrator), InstanceNames.Of(round), round.ToString(), cancellation);

    /// <inheritdoc/>
    public Task RoundChangedAsync(RoundId round, CancellationToken cancellation = default) =>
        WakeAsync(InstanceNames.Of(round), cancellation);

    /// <inheritdoc/>
    public Task NoticePendingAsync(NoticeId notice, CancellationToken cancellation = default) =>
        EnsureAsync(nameof(NoticeOrchestrator), notice.ToString(), notice.ToString(), cancellation);

    /// <inheritdoc/>
    public Task NoticeChangedAsync(NoticeId notice, CancellationToken cancellation = default) =>
        WakeAsync(notice.ToString(), cancellation);

    /// <inheritdoc/>
    public Task CanaryPlantedAsync(Instant due, CancellationToken cancellation = default) =>
        EnsureAsync(nameof(CanaryOrchestrator), InstanceNames.OfCanary(due), CanaryId.Of(due), cancellation);

    private async Task EnsureAsync(string orchestrator, string instance, string input, CancellationToken cancellation)
    {
        try
        {
            var options = new StartOrchestrationOptions(instance);
            await slot.Client.ScheduleNewOrchestrationInstanceAsync(orchestrator, input, options, cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Most often it runs already, which back ends report each in their own way: ask instead of guessing.
            await ConfirmRunningAsync(instance, e, cancellation);
        }
    }

    private async Task ConfirmRunningAsync(string instance, Exception cause, CancellationToken cancellation)
    {
        try
        {
            if (await slot.Client.GetInstanceAsync(instance, cancellation) is { IsCompleted: false })
                return;
            logger.LogWarning(cause, "Instance {Instance} was not started; the sweeper will find it.", instance);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.LogWarning(e, "Instance {Instance} was not started; the sweeper will find it.", instance);
        }
    }

    private async Task WakeAsync(string instance, CancellationToken cancellation)
    {
        try
        {
            await slot.Client.RaiseEventAsync(instance, InstanceNames.Changed, InstanceNames.Changed, cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.LogWarning(e, "Instance {Instance} was not woken; the sweeper will find it.", instance);
        }
    }
}
