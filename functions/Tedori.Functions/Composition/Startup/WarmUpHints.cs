using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Workflows.Durable;

namespace Tedori.Functions.Composition.Startup;

/// <summary>Hints that reach nobody.</summary>
internal sealed class WarmUpHints : IHints
{
    public Task CaseOpenedAsync(CaseId caseId, CancellationToken cancellation = default) => Task.CompletedTask;

    public Task CaseChangedAsync(CaseId caseId, CancellationToken cancellation = default) => Task.CompletedTask;

    public Task RoundOpenedAsync(RoundId round, CancellationToken cancellation = default) => Task.CompletedTask;

    public Task RoundChangedAsync(RoundId round, CancellationToken cancellation = default) => Task.CompletedTask;

    public Task NoticePendingAsync(NoticeId notice, CancellationToken cancellation = default) => Task.CompletedTask;

    public Task NoticeChangedAsync(NoticeId notice, CancellationToken cancellation = default) => Task.CompletedTask;

    public Task CanaryPlantedAsync(Instant due, CancellationToken cancellation = default) => Task.CompletedTask;

    public Task BulkPendingAsync(BulkId bulk, CancellationToken cancellation = default) => Task.CompletedTask;
}
