using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Cases;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Rounds;

namespace Tedori.Workflows.Approvals;

/// <summary>
/// Promotes the next of the ranking to places that came back, some at a time and one part after the other, because the
/// ranking decides who is next.
/// </summary>
public sealed class PromotionActions(Promotion promotion, EditionCatalog editions, IClock clock) : IPartPerformer
{
    /// <summary>Most promotions of a part.</summary>
    public const int PartSize = 10;

    /// <inheritdoc/>
    public bool Performs(ProposedAction action) => action is ProposedAction.Promote;

    /// <inheritdoc/>
    public Task<(string Effect, Refusal? Refusal)> PreviewAsync(
        ProposedAction action, CancellationToken cancellation = default)
    {
        var promote = (ProposedAction.Promote)action;
        return Task.FromResult<(string, Refusal?)>(editions.Of(promote.Round).Entry.Promotes
            ? ($"第{promote.Round.Number}回で空いた予定社数の分だけ、抽選の順位に従って繰上当選とし、企業に通知します。", null)
            : ("", Refusals.PromotionOff()));
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<AskedOfCase> AsksAsync(ProposedAction action, CancellationToken cancellation = default) =>
        promotion.AsksAsync(((ProposedAction.Promote)action).Round, cancellation);

    /// <inheritdoc/>
    public Task<int> PartsAsync(
        ProposedAction action, IReadOnlyList<PartVerdict> done, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(done);
        return Task.FromResult(done is [] or [.., { More: true }] ? done.Count + 1 : done.Count);
    }

    /// <inheritdoc/>
    public async Task<PartVerdict> PerformAsync(
        ProposedAction action, Proposal proposal, int number, int part, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        var promote = (ProposedAction.Promote)action;
        var by = new PromotionDecision(proposal.Signed, proposal.DecidedAt!.Value);
        var (promoted, refusal, more) = await promotion.PromoteAsync(promote.Round, by, PartSize, cancellation);
        return new(
            number, part, clock.GetCurrentInstant(), [.. promoted.Select(c => new CaseVerdict(c, null))], refusal, more);
    }

    // Each part names all that the decision has promoted, so that one which was done twice counts once.
    /// <inheritdoc/>
    public (string Effect, Refusal? Refusal) Sum(ProposedAction action, IReadOnlyList<PartVerdict> done)
    {
        ArgumentNullException.ThrowIfNull(done);
        var round = ((ProposedAction.Promote)action).Round.Number;
        return ($"第{round}回で{done.Max(d => d.Cases.Count)}社を繰上当選としました。", done[^1].Refusal);
    }
}
