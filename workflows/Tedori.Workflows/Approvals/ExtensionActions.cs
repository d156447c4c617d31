using System.Globalization;
using System.Runtime.CompilerServices;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Signing;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Directory;
using Tedori.Workflows.Durable;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Notices;
using Tedori.Workflows.Rounds;

namespace Tedori.Workflows.Approvals;

/// <summary>Moves a deadline of a whole round, some cases at a time.</summary>
public sealed class ExtensionActions(
    RoundExtension extension, RoundRecords rounds, MovedDeadlines moved, CaseCommandHandler cases, CaseDirectory directory,
    EditionCatalog editions, IClock clock)
    : IPartPerformer
{
    /// <summary>Cases of a part. Storage format: a part that is done is known by its number.</summary>
    public const int PartSize = 10;

    /// <inheritdoc/>
    public bool Performs(ProposedAction action) => action is ProposedAction.ExtendRound;

    /// <inheritdoc/>
    public async Task<(string Effect, Refusal? Refusal)> PreviewAsync(
        ProposedAction action, CancellationToken cancellation = default)
    {
        var extend = (ProposedAction.ExtendRound)action;
        var (reached, refusals) = (new SortedDictionary<LocalDate, int>(), new List<Refusal>());
        await foreach (var state in StatesAsync(extend, cancellation))
            Reach(extend, state, reached, refusals);
        var unread = await MostAskedAsync(action, cancellation) - NoticePreview.MostRead;
        return reached.Count > 0
            ? (EffectOf(extend, reached) + LeftOut(refusals) + Unread(unread), null)
            : ("", refusals.FirstOrDefault() ?? new("nobodyReached", $"第{extend.Round.Number}回に、この期限の延長の対象となる申請はありません。"));
    }

    private void Reach(
        ProposedAction.ExtendRound extend, CaseState state, SortedDictionary<LocalDate, int> reached, List<Refusal> refusals)
    {
        if (Decide(extend, state) is Decision.Refused refused)
            refusals.Add(refused.Refusal);
        else if (CaseSchedule.DateOf(editions.Of(extend.Round), state, extend.Step) is { } old)
            reached[old] = reached.GetValueOrDefault(old) + 1;
    }

    /// <inheritdoc/>
    public async Task<int> PartsAsync(
        ProposedAction action, IReadOnlyList<PartVerdict> done, CancellationToken cancellation = default)
    {
        var last = await rounds.LastSerialAsync(((ProposedAction.ExtendRound)action).Round, cancellation);
        return (last + PartSize - 1) / PartSize;
    }

    /// <inheritdoc/>
    public async Task<PartVerdict> PerformAsync(
        ProposedAction action, Proposal proposal, int number, int part, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        var extend = (ProposedAction.ExtendRound)action;
        await moved.AddAsync(
            new(extend.Round, extend.Step, extend.Track, extend.Date, proposal.DecidedAt ?? clock.GetCurrentInstant()), cancellation);
        var verdicts = await extension.ExtendAsync(
            extend.Round, (part - 1) * PartSize + 1, PartSize, extend.Step, extend.Date, extend.Track, extend.Reason,
            proposal.Signed, cancellation);
        return new(number, part, clock.GetCurrentInstant(), verdicts);
    }

    /// <inheritdoc/>
    public (string Effect, Refusal? Refusal) Sum(ProposedAction action, IReadOnlyList<PartVerdict> done)
    {
        var all = done.SelectMany(d => d.Cases).ToList();
        var refused = all.Count(v => v.Refusal is not null);
        return ($"{all.Count - refused}件の期限を延長しました。{refused}件は延長の対象になりませんでした。", null);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<AskedOfCase> AsksAsync(
        ProposedAction action, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var extend = (ProposedAction.ExtendRound)action;
        await foreach (var state in StatesAsync(extend, cancellation))
            yield return new(state.Id, CommandOf(extend));
    }

    /// <inheritdoc/>
    public async Task<int> MostAskedAsync(ProposedAction action, CancellationToken cancellation = default) =>
        (await ListedAsync((ProposedAction.ExtendRound)action, cancellation)).Count;

    private async IAsyncEnumerable<CaseState> StatesAsync(
        ProposedAction.ExtendRound extend, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var some in (await ListedAsync(extend, cancellation)).Take(NoticePreview.MostRead).Chunk(FanOut.AtOnce))
        {
            foreach (var found in await Task.WhenAll(some.Select(c => cases.ReadAsync(c.Id, cancellation))))
            {
                if (found is { State: var state } && RoundExtension.Concerns(state, extend.Step, extend.Track))
                    yield return state;
            }
        }
    }

    // By what is listed of them, so that of a round of thousands only those are read that still run or lapsed.
    private async Task<IReadOnlyList<CaseListing>> ListedAsync(
        ProposedAction.ExtendRound extend, CancellationToken cancellation) =>
    [
        .. (await directory.AllAsync(new(Round: extend.Round.Number) { Edition = extend.Round.Edition }, cancellation))
            .Where(c => c.Outcome is null or Outcome.Lapsed),
    ];

    private Decision Decide(ProposedAction.ExtendRound a, CaseState state) =>
        CaseDecider.Decide(editions.Of(a.Round), state, CommandOf(a));

    private CaseCommand.ExtendCutoff CommandOf(ProposedAction.ExtendRound a) =>
        new(clock.GetCurrentInstant(), a.Step, a.Date, a.Reason, "approver", Signatures.ToCome);

    private static string EffectOf(ProposedAction.ExtendRound a, SortedDictionary<LocalDate, int> reached)
    {
        var dates = string.Join("、", reached.Select(d => Text($"{JapaneseDate.Full(d.Key)}の{d.Value:N0}件")));
        var what = Text($"第{a.Round.Number}回の「{CaseLabels.Of(a.Step)}」の期限を{JapaneseDate.Full(a.Date)}に延長します。");
        return what + Text($"対象は{reached.Values.Sum():N0}件(今の期限: {dates})です。");
    }

    // Said before it is approved: a case that cannot follow has no more time than before.
    private static string LeftOut(List<Refusal> refusals) => refusals.Count == 0
        ? ""
        : Text($"ほかに{refusals.Count:N0}件は延長できません。") + string.Concat(refusals.GroupBy(r => r.Code)
            .Select(r => Text($"{r.Count():N0}件の理由(例): {r.First().Text}")));

    private static string Unread(int unread) => unread <= 0
        ? ""
        : Text($"件数は先頭の{NoticePreview.MostRead:N0}件から数えました。ほかに最大{unread:N0}件の申請があります。");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
