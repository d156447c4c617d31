using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Workflows.Durable;

namespace Tedori.Season;

/// <summary>Loses some hints, to show that the record and the sweeper make up for it.</summary>
internal sealed class LossyHints(IHints inner, HintLoss loss) : IHints
{
    public Task CaseOpenedAsync(CaseId caseId, CancellationToken cancellation = default) =>
        Lost(nameof(CaseOpenedAsync), $"{caseId}") ? Task.CompletedTask : inner.CaseOpenedAsync(caseId, cancellation);

    public Task CaseChangedAsync(CaseId caseId, CancellationToken cancellation = default) =>
        Lost(nameof(CaseChangedAsync), $"{caseId}") ? Task.CompletedTask : inner.CaseChangedAsync(caseId, cancellation);

    public Task RoundOpenedAsync(RoundId round, CancellationToken cancellation = default) =>
        Lost(nameof(RoundOpenedAsync), $"{round}") ? Task.CompletedTask : inner.RoundOpenedAsync(round, cancellation);

    public Task RoundChangedAsync(RoundId round, CancellationToken cancellation = default) =>
        Lost(nameof(RoundChangedAsync), $"{round}") ? Task.CompletedTask : inner.RoundChangedAsync(round, cancellation);

    public Task NoticePendingAsync(NoticeId notice, CancellationToken cancellation = default) =>
        Lost(nameof(NoticePendingAsync), $"{notice}") ? Task.CompletedTask : inner.NoticePendingAsync(notice, cancellation);

    public Task NoticeChangedAsync(NoticeId notice, CancellationToken cancellation = default) =>
        Lost(nameof(NoticeChangedAsync), $"{notice}") ? Task.CompletedTask : inner.NoticeChangedAsync(notice, cancellation);

    // Whether a canary comes says nothing about the programme, so it takes no part in the chance.
    public Task CanaryPlantedAsync(Instant due, CancellationToken cancellation = default) =>
        inner.CanaryPlantedAsync(due, cancellation);

    private bool Lost(string hint, string target) => loss.Strikes($"{hint} {target}");
}
