using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Lottery;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Rounds;

namespace Tedori.Workflows.Approvals;

/// <summary>Draws a round again before its result is out.</summary>
public sealed class RedrawActions(Redraw redraw, RoundRecords rounds) : IActionPerformer
{
    /// <inheritdoc/>
    public bool Performs(ProposedAction action) => action is ProposedAction.DrawAgain;

    /// <inheritdoc/>
    public async Task<(string Effect, Refusal? Refusal)> PreviewAsync(
        ProposedAction action, CancellationToken cancellation = default)
    {
        var again = (ProposedAction.DrawAgain)action;
        var (state, _) = await rounds.StateAsync(again.Round, cancellation);
        return state.Phase switch
        {
            < RoundPhase.Drawn => ("", new("notDrawn", $"第{again.Round.Number}回はまだ抽選されていないため、やり直すことはできません。")),
            > RoundPhase.Drawn => ("", new("resultReleased", $"第{again.Round.Number}回は結果を公表したため、抽選をやり直すことはできません。")),
            _ => (EffectOf(again), null),
        };
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<AskedOfCase> AsksAsync(ProposedAction action, CancellationToken cancellation = default) =>
        AsyncEnumerable.Empty<AskedOfCase>();

    /// <inheritdoc/>
    public async Task<(string Effect, Refusal? Refusal)> PerformAsync(
        ProposedAction action, Proposal proposal, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        var again = (ProposedAction.DrawAgain)action;
        var refusal = await redraw.DecideAsync(
            proposal.Id, again.Round, again.Reason, proposal.Signed, cancellation);
        return (EffectOf(again), refusal);
    }

    private static string EffectOf(ProposedAction.DrawAgain a) =>
        $"第{a.Round.Number}回の抽選を、新しく予告する乱数でやり直します。前の抽選と理由は公表したままにします。理由: {a.Reason}";
}
