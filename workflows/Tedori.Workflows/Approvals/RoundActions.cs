using System.Globalization;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Lottery;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Rounds;

namespace Tedori.Workflows.Approvals;

/// <summary>
/// What is decided about a whole round: publishing its result, extending a deadline, carrying places.
/// </summary>
public sealed class RoundActions(
    RoundService rounds, RoundRecords records, RoundExtension extension, PlaceService places, CaseCommandHandler cases,
    EditionCatalog editions, IClock clock) : IActionPerformer
{
    /// <inheritdoc/>
    public bool Performs(ProposedAction action) =>
        action is ProposedAction.ReleaseResult or ProposedAction.ExtendRound or ProposedAction.CarryPlaces;

    /// <inheritdoc/>
    public async Task<(string Effect, Refusal? Refusal)> PreviewAsync(
        ProposedAction action, CancellationToken cancellation = default) => action switch
        {
            ProposedAction.ReleaseResult a => await PreviewAsync(a, cancellation),
            ProposedAction.ExtendRound a => await PreviewAsync(a, cancellation),
            ProposedAction.CarryPlaces a => (EffectOf(a), null),
            _ => throw new ArgumentException($"{action.GetType().Name} is not about a round.", nameof(action)),
        };

    /// <inheritdoc/>
    public async Task<(string Effect, Refusal? Refusal)> PerformAsync(
        ProposedAction action, Proposal proposal, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        var (first, second) = (proposal.ProposerName, proposal.DeciderName!);
        switch (action)
        {
            case ProposedAction.ReleaseResult a:
                return ($"第{a.Round.Number}回の抽選結果を公表しました。", await rounds.ReleaseAsync(
                    a.Round, first, second, cancellation));
            case ProposedAction.CarryPlaces a:
                var key = $"{proposal.Id}.{a.From}-{a.Round.Number}";
                return (EffectOf(a), await places.CarryAsync(
                    key, a.Round, a.From, a.Count, first, second, cancellation));
            case ProposedAction.ExtendRound a:
                var verdicts = await extension.ExtendAsync(
                    a.Round, a.Step, a.Date, a.Track, a.Reason, second, cancellation);
                var refused = verdicts.Count(v => v.Refusal is not null);
                return (Text($"{verdicts.Count - refused}件の期限を延長しました。{refused}件は延長の対象になりませんでした。"), null);
            default:
                throw new ArgumentException($"{action.GetType().Name} is not about a round.", nameof(action));
        }
    }

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
        ProposedAction.ExtendRound a, CancellationToken cancellation)
    {
        var (reached, first) = (new SortedDictionary<LocalDate, int>(), (Refusal?)null);
        foreach (var (entry, _) in await records.EntriesAsync(a.Round, cancellation))
        {
            if (await cases.ReadAsync(entry.CaseId, cancellation) is not { State: { } state }
                || !RoundExtension.Concerns(state, a.Step, a.Track))
                continue;
            var command = new CaseCommand.ExtendCutoff(clock.GetCurrentInstant(), a.Step, a.Date, a.Reason, "approver");
            if (CaseDecider.Decide(editions.Of(a.Round), state, command) is Decision.Refused refused)
                first ??= refused.Refusal;
            else if (CaseSchedule.DateOf(editions.Of(a.Round), state, a.Step) is { } old)
                reached[old] = reached.GetValueOrDefault(old) + 1;
        }

        var dates = string.Join("、", reached.Select(d => Text($"{JapaneseDate.Full(d.Key)}の{d.Value}件")));
        if (reached.Count == 0)
        {
            var text = Text($"第{a.Round.Number}回に、この期限の延長の対象となる申請はありません。");
            return ("", first ?? new("nobodyReached", text));
        }

        var what = Text($"第{a.Round.Number}回の「{CaseLabels.Of(a.Step)}」の期限を{JapaneseDate.Full(a.Date)}に延長します。");
        return (what + Text($"対象は{reached.Values.Sum()}件(今の期限: {dates})です。"), null);
    }

    private static string EffectOf(ProposedAction.CarryPlaces a) =>
        Text($"第{a.From}回の空き{a.Count}社分を第{a.Round.Number}回の予定社数に追加します。");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
