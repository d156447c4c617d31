using System.Runtime.CompilerServices;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Entries;
using Tedori.Programme.Lottery;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Rounds;

namespace Tedori.Workflows.Approvals;

/// <summary>Moves the end of a round's entry window, and tells those who entered before, some at a time.</summary>
public sealed class WindowActions(
    EntryWindows windows, RoundRecords rounds, CaseRegister register, CaseCommandHandler cases, EditionCatalog editions,
    IClock clock)
    : IPartPerformer
{
    /// <summary>Cases of a part. Storage format: a part that is done is known by its number.</summary>
    public const int PartSize = 10;

    /// <inheritdoc/>
    public bool Performs(ProposedAction action) => action is ProposedAction.MoveWindow;

    /// <inheritdoc/>
    public async Task<(string Effect, Refusal? Refusal)> PreviewAsync(
        ProposedAction action, CancellationToken cancellation = default)
    {
        var move = (ProposedAction.MoveWindow)action;
        return await windows.CheckAsync(move.Round, move.Closes, cancellation) is { } refusal
            ? ("", refusal)
            : (EffectOf(move) + Circumstances(
                editions.Of(move.Round), move, await rounds.LastSerialAsync(move.Round, cancellation) > 0), null);
    }

    /// <inheritdoc/>
    public Task<int> MostAskedAsync(ProposedAction action, CancellationToken cancellation = default) =>
        rounds.LastSerialAsync(((ProposedAction.MoveWindow)action).Round, cancellation);

    /// <inheritdoc/>
    public async IAsyncEnumerable<AskedOfCase> AsksAsync(
        ProposedAction action, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var (move, now) = ((ProposedAction.MoveWindow)action, clock.GetCurrentInstant());
        await foreach (var page in rounds.EntryPagesAsync(move.Round, cancellation))
        {
            foreach (var entry in page)
                yield return new(entry.Entry.CaseId, new CaseCommand.TellWindowMoved(now, move.Closes, move.Reason));
        }
    }

    /// <inheritdoc/>
    public async Task<int> PartsAsync(
        ProposedAction action, IReadOnlyList<PartVerdict> done, CancellationToken cancellation = default)
    {
        var last = await rounds.LastSerialAsync(((ProposedAction.MoveWindow)action).Round, cancellation);
        return Math.Max(1, (last + PartSize - 1) / PartSize);
    }

    /// <inheritdoc/>
    public async Task<PartVerdict> PerformAsync(
        ProposedAction action, Proposal proposal, int number, int part, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        var (move, now) = ((ProposedAction.MoveWindow)action, clock.GetCurrentInstant());
        // Whichever part comes first moves it; to the others it is done.
        var moved = new MovedWindow(move.Round, move.Closes, move.Reason, now, proposal.Id);
        if (await windows.MoveAsync(moved, proposal.Signed, cancellation) is { } refusal)
            return new(number, part, now, [], refusal);
        return new(number, part, now, await TellAsync(move, proposal.DecidedAt ?? now, part, cancellation));
    }

    /// <inheritdoc/>
    public (string Effect, Refusal? Refusal) Sum(ProposedAction action, IReadOnlyList<PartVerdict> done)
    {
        var told = done.Sum(d => d.Cases.Count);
        var effect = EffectOf((ProposedAction.MoveWindow)action);
        return done.Select(d => d.Refusal).OfType<Refusal>().FirstOrDefault() is { } refusal
            ? (effect, refusal)
            : (effect + (told > 0 ? FormattableString.Invariant($" 受付済みの{told:N0}件に通知しました。") : ""), null);
    }

    // Who entered after the decision entered under the new window.
    private async Task<IReadOnlyList<CaseVerdict>> TellAsync(
        ProposedAction.MoveWindow move, Instant decidedAt, int part, CancellationToken cancellation)
    {
        var verdicts = new List<CaseVerdict>();
        foreach (var id in await register.CasesAsync(move.Round, (part - 1) * PartSize + 1, PartSize, cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            if (await cases.ReadAsync(id, cancellation) is not { State: { Step: Step.AwaitingDraw } state } || state.EnteredAt >= decidedAt)
                continue;
            var answer = await cases.HandleAsync(
                id, new CaseCommand.TellWindowMoved(clock.GetCurrentInstant(), move.Closes, move.Reason), cancellation);
            verdicts.Add(new(id, (answer as CaseAnswer.Refused)?.Refusal));
        }

        return verdicts;
    }

    private static string EffectOf(ProposedAction.MoveWindow a) =>
        $"第{a.Round.Number}回の事前エントリーの締切を{JapaneseDate.Full(a.Closes)}に延長し、理由とともに公表します(理由: {a.Reason})。";

    private string Circumstances(Edition edition, ProposedAction.MoveWindow a, bool entered)
    {
        var round = edition.Round(a.Round.Number);
        var closes = EntryWindow.Of(edition, round).Closes;
        var after = clock.GetCurrentInstant() >= closes
            ? "締切の後に受け付けられなかったエントリーは、企業が改めて送るまで受付となりません。"
            : "";
        return $"今の締切は{JapaneseDate.Full(closes)}です。新しい締切にできるのは{JapaneseDate.Full(WindowMove.Latest(edition, round))}までの時刻です。"
            + $"承認の後に受信したエントリーを受け付けます。{after}結果通知の期限は変わりません。"
            + (entered
                ? "受付済みの企業に、延長したことを通知します。"
                : "受け付けたエントリーはまだないため、今の時点で通知する企業はありません。");
    }
}
