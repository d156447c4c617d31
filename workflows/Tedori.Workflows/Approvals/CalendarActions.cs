using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Calendar;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Office;
using Tedori.Workflows.Sweeping;

namespace Tedori.Workflows.Approvals;

/// <summary>Changes the table of closed days, and wakes whatever counts business days so that it counts anew.</summary>
public sealed class CalendarActions(ClosedDays closedDays, EditionCatalog editions, Sweeper sweeper) : IActionPerformer
{
    /// <inheritdoc/>
    public bool Performs(ProposedAction action) => action is ProposedAction.ChangeClosedDay;

    /// <inheritdoc/>
    public Task<(string Effect, Refusal? Refusal)> PreviewAsync(
        ProposedAction action, CancellationToken cancellation = default)
    {
        var change = (ProposedAction.ChangeClosedDay)action;
        return Task.FromResult(Check(change) is { } refusal ? ("", refusal) : (EffectOf(change), (Refusal?)null));
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<AskedOfCase> AsksAsync(ProposedAction action, CancellationToken cancellation = default) =>
        AsyncEnumerable.Empty<AskedOfCase>();

    /// <inheritdoc/>
    public async Task<(string Effect, Refusal? Refusal)> PerformAsync(
        ProposedAction action, Proposal proposal, CancellationToken cancellation = default)
    {
        var change = (ProposedAction.ChangeClosedDay)action;
        if (Check(change) is { } refusal)
            return ("", refusal);
        await closedDays.ChangeAsync(new(change.Date, change.Closed, change.Name), cancellation);
        await sweeper.RearmAsync(cancellation);
        return (EffectOf(change), null);
    }

    private Refusal? Check(ProposedAction.ChangeClosedDay change)
    {
        if (change.Name.Trim().Length is 0 or > 40)
            return new("dayNameMissing", "休日の名称を1文字以上40文字以内で入力してください。");
        return editions.All.All(e => e.Calendar.Years.Contains(change.Date.Year))
            ? null
            : new("yearNotCovered", $"{change.Date.Year}年は休日表にありません。休日表の年の日付を指定してください。");
    }

    private string EffectOf(ProposedAction.ChangeClosedDay a)
    {
        var moved = editions.All.SelectMany(e => e.Rounds, (e, r) => (e.Name, r))
            .Where(x => a.Closed && (x.r.CompanyRegistration == a.Date || x.r.ProjectRegistration == a.Date))
            .Select(x => $"第{x.r.Number}回の期限がこの日です。期限は自動では動かないため、必要なら延長を起案してください。");
        return $"{JapaneseDate.Full(a.Date)}を{(a.Closed ? $"閉庁日({a.Name})" : "開庁日")}とします。"
            + "営業日で数える期限・結果通知・督促を数え直します。" + string.Concat(moved);
    }
}
