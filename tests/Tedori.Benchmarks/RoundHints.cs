using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Workflows.Durable;

namespace Tedori.Benchmarks;

/// <summary>
/// Lets only the round's own orchestration run: its cases stay on record, and their mails in the outbox but for those that
/// are to leave.
/// </summary>
internal sealed class RoundHints(IHints inner, Func<NoticeId, bool>? leaves = null) : IHints
{
    public Task CaseOpenedAsync(CaseId caseId, CancellationToken cancellation = default) => Task.CompletedTask;

    public Task CaseChangedAsync(CaseId caseId, CancellationToken cancellation = default) => Task.CompletedTask;

    public Task RoundOpenedAsync(RoundId round, CancellationToken cancellation = default) =>
        inner.RoundOpenedAsync(round, cancellation);

    public Task RoundChangedAsync(RoundId round, CancellationToken cancellation = default) =>
        inner.RoundChangedAsync(round, cancellation);

    public Task NoticePendingAsync(NoticeId notice, CancellationToken cancellation = default) =>
        leaves?.Invoke(notice) is true ? inner.NoticePendingAsync(notice, cancellation) : Task.CompletedTask;

    public Task NoticeChangedAsync(NoticeId notice, CancellationToken cancellation = default) => Task.CompletedTask;

    public Task CanaryPlantedAsync(Instant due, CancellationToken cancellation = default) => Task.CompletedTask;

    public Task BulkPendingAsync(BulkId bulk, CancellationToken cancellation = default) => Task.CompletedTask;
}
