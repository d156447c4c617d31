using System.Globalization;
using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Lottery;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Rounds;

namespace Tedori.Workflows.Approvals;

/// <summary>What is decided about a whole round at once: publishing its result, carrying places.</summary>
public sealed class RoundActions(
    RoundService rounds, RoundRecords records, PlaceService places, Publication publication, EditionCatalog editions) : IActionPerformer
{
    /// <inheritdoc/>
    public bool Performs(ProposedAction action) =>
        action is ProposedAction.ReleaseResult or ProposedAction.CarryPlaces;

    /// <inheritdoc/>
    public async Task<(string Effect, Refusal? Refusal)> PreviewAsync(
        ProposedAction action, CancellationToken cancellation = default) => action switch
        {
            ProposedAction.ReleaseResult a => await PreviewAsync(a, cancellation),
            ProposedAction.CarryPlaces a => await PreviewAsync(a, cancellation),
            _ => throw new ArgumentException($"{action.GetType().Name} is not about a round.", nameof(action)),
        };

    /// <inheritdoc/>
    public async Task<(string Effect, Refusal? Refusal)> PerformAsync(
        ProposedAction action, Proposal proposal, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        switch (action)
        {
            case ProposedAction.ReleaseResult a:
                return ($"第{a.Round.Number}回の抽選結果を公表しました。", await rounds.ReleaseAsync(
                    a.Round, proposal.Signed, cancellation));
            case ProposedAction.CarryPlaces a:
                var key = $"{proposal.Id}.{a.From}-{a.Round.Number}";
                return (EffectOf(a), await places.CarryAsync(
                    key, a.Round, a.From, a.Count, proposal.Signed, cancellation));
            default:
                throw new ArgumentException($"{action.GetType().Name} is not about a round.", nameof(action));
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<AskedOfCase> AsksAsync(ProposedAction action, CancellationToken cancellation = default) =>
        action is ProposedAction.ReleaseResult a
            ? publication.AsksAsync(a.Round, cancellation)
            : AsyncEnumerable.Empty<AskedOfCase>();

    /// <inheritdoc/>
    public async Task<int> MostAskedAsync(ProposedAction action, CancellationToken cancellation = default) =>
        action is ProposedAction.ReleaseResult a ? (await records.StateAsync(a.Round, cancellation)).State.Entries : 0;

    private async Task<(string Effect, Refusal? Refusal)> PreviewAsync(
        ProposedAction.ReleaseResult a, CancellationToken cancellation)
    {
        var (state, _) = await records.StateAsync(a.Round, cancellation);
        if (state.Phase >= RoundPhase.Released)
            return ("", new("alreadyReleased", $"第{a.Round.Number}回の抽選結果は既に公表されています。回を確認してください。"));
        return state.Phase < RoundPhase.Drawn
            ? ("", new("notDrawn", $"第{a.Round.Number}回はまだ抽選されていません。抽選の後に公表してください。"))
            : (Text($"第{a.Round.Number}回の結果(当選{state.Won}社、エントリー{state.Entries}社)を公表し、全社に通知します。"), null);
    }

    private async Task<(string Effect, Refusal? Refusal)> PreviewAsync(
        ProposedAction.CarryPlaces a, CancellationToken cancellation)
    {
        var (returned, refusal) = await places.TryCarryAsync(a.Round, a.From, a.Count, cancellation);
        return refusal is null ? ($"{EffectOf(a)}{CarryAdvice.Reveals(editions.Of(a.Round), a.From, returned)}", null) : ("", refusal);
    }

    private static string EffectOf(ProposedAction.CarryPlaces a) =>
        Text($"第{a.From}回の空き{a.Count}社分を第{a.Round.Number}回の予定社数に追加します。");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
