using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Cases;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Rounds;

namespace Tedori.Workflows.Approvals;

/// <summary>Promotes the next of the ranking to places that came back.</summary>
public sealed class PromotionActions(Promotion promotion, EditionCatalog editions) : IActionPerformer
{
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
    public async Task<(string Effect, Refusal? Refusal)> PerformAsync(
        ProposedAction action, Proposal proposal, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        var promote = (ProposedAction.Promote)action;
        var (promoted, refusal) = await promotion.PromoteAsync(
            promote.Round, proposal.ProposerName, proposal.DeciderName!, cancellation);
        return ($"第{promote.Round.Number}回で{promoted}社を繰上当選としました。", refusal);
    }
}
