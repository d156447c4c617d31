using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;
using Tedori.Programme.Entries;
using Tedori.Programme.Lottery;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Rounds;

namespace Tedori.Workflows.Approvals;

/// <summary>Moves the end of a round's entry window.</summary>
public sealed class WindowActions(EntryWindows windows, EditionCatalog editions, IClock clock) : IActionPerformer
{
    /// <inheritdoc/>
    public bool Performs(ProposedAction action) => action is ProposedAction.MoveWindow;

    /// <inheritdoc/>
    public async Task<(string Effect, Refusal? Refusal)> PreviewAsync(
        ProposedAction action, CancellationToken cancellation = default)
    {
        var move = (ProposedAction.MoveWindow)action;
        return await windows.CheckAsync(move.Round, move.Closes, cancellation) is { } refusal
            ? ("", refusal)
            : (EffectOf(move) + Circumstances(editions.Of(move.Round), move), null);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<AskedOfCase> AsksAsync(ProposedAction action, CancellationToken cancellation = default) =>
        AsyncEnumerable.Empty<AskedOfCase>();

    /// <inheritdoc/>
    public async Task<(string Effect, Refusal? Refusal)> PerformAsync(
        ProposedAction action, Proposal proposal, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        var move = (ProposedAction.MoveWindow)action;
        var moved = new MovedWindow(move.Round, move.Closes, move.Reason, clock.GetCurrentInstant(), proposal.Id);
        return (EffectOf(move), await windows.MoveAsync(moved, proposal.Signed, cancellation));
    }

    private static string EffectOf(ProposedAction.MoveWindow a) =>
        $"第{a.Round.Number}回の事前エントリーの締切を{JapaneseDate.Full(a.Closes)}に延長し、理由とともに公表します。理由: {a.Reason}";

    private string Circumstances(Edition edition, ProposedAction.MoveWindow a)
    {
        var round = edition.Round(a.Round.Number);
        var closes = EntryWindow.Of(edition, round).Closes;
        var after = clock.GetCurrentInstant() >= closes
            ? "締切の後に受け付けられなかったエントリーは、企業が改めて送るまで受付となりません。"
            : "";
        return $"今の締切は{JapaneseDate.Full(closes)}です。延長できるのは{JapaneseDate.Full(WindowMove.Latest(edition, round))}までです。"
            + $"承認の後に受信したエントリーを受け付けます。{after}結果通知の期限は変わりません。";
    }
}
