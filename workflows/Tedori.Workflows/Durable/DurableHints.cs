using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;

namespace Tedori.Workflows.Durable;

/// <summary>
/// Hints by way of the Durable Task client. None is waited for longer than the patience: the record holds what was
/// committed, and the answer to it must not depend on a back end that is away.
/// </summary>
public sealed class DurableHints(DurableClientAccessor accessor, HintPatience patience, ILogger<DurableHints> logger) : IHints
{
    /// <inheritdoc/>
    public Task CaseOpenedAsync(CaseId caseId, CancellationToken cancellation = default) =>
        EnsureAsync(OrchestratorNames.Case, caseId.ToString(), caseId.ToString(), cancellation);

    /// <inheritdoc/>
    public Task CaseChangedAsync(CaseId caseId, CancellationToken cancellation = default) =>
        WakeAsync(caseId.ToString(), cancellation);

    /// <inheritdoc/>
    public Task RoundOpenedAsync(RoundId round, CancellationToken cancellation = default) =>
        EnsureAsync(OrchestratorNames.Round, InstanceNames.Of(round), round.ToString(), cancellation);

    /// <inheritdoc/>
    public Task RoundChangedAsync(RoundId round, CancellationToken cancellation = default) =>
        WakeAsync(InstanceNames.Of(round), cancellation);

    /// <inheritdoc/>
    public Task NoticePendingAsync(NoticeId notice, CancellationToken cancellation = default) =>
        EnsureAsync(OrchestratorNames.Notice, notice.ToString(), notice.ToString(), cancellation);

    /// <inheritdoc/>
    public Task NoticeChangedAsync(NoticeId notice, CancellationToken cancellation = default) =>
        WakeAsync(notice.ToString(), cancellation);

    /// <inheritdoc/>
    public Task CanaryPlantedAsync(Instant due, CancellationToken cancellation = default) =>
        EnsureAsync(OrchestratorNames.Canary, InstanceNames.OfCanary(due), CanaryId.Of(due), cancellation);

    /// <inheritdoc/>
    public Task BulkPendingAsync(BulkId bulk, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(bulk);
        return EnsureAsync(OrchestratorNames.Bulk, bulk.Instance, bulk.ToString(), cancellation);
    }

    private Task EnsureAsync(string orchestrator, string instance, string input, CancellationToken cancellation) =>
        WaitAsync(instance, StartAsync(orchestrator, instance, input), cancellation);

    private Task WakeAsync(string instance, CancellationToken cancellation) =>
        WaitAsync(instance, RaiseAsync(instance), cancellation);

    private async Task WaitAsync(string instance, Task hint, CancellationToken cancellation)
    {
        try
        {
            await hint.WaitAsync(patience.Bound, patience.Time, cancellation);
        }
        catch (TimeoutException)
        {
            logger.LogWarning("The hint to instance {Instance} takes long; nobody waits for it any more.", instance);
        }
    }

    // No token of the caller: who goes away has committed all the same.
    private async Task StartAsync(string orchestrator, string instance, string input)
    {
        try
        {
            var options = new StartOrchestrationOptions(instance);
            await accessor.Client.ScheduleNewOrchestrationInstanceAsync(orchestrator, input, options);
        }
        catch (Exception e)
        {
            // Most often it runs already, which back ends report each in their own way: ask instead of guessing.
            await ConfirmRunningAsync(instance, e);
        }
    }

    private async Task ConfirmRunningAsync(string instance, Exception cause)
    {
        try
        {
            if (await accessor.Client.GetInstanceAsync(instance) is { IsCompleted: false })
                return;
            logger.LogWarning(cause, "Instance {Instance} was not started; the sweeper will find it.", instance);
        }
        catch (Exception e)
        {
            logger.LogWarning(e, "Instance {Instance} was not started; the sweeper will find it.", instance);
        }
    }

    private async Task RaiseAsync(string instance)
    {
        try
        {
            await accessor.Client.RaiseEventAsync(instance, InstanceNames.Changed, InstanceNames.Changed);
        }
        catch (Exception e)
        {
            logger.LogWarning(e, "Instance {Instance} was not woken; the sweeper will find it.", instance);
        }
    }
}
