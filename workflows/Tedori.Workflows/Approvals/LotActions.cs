using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Rounds;

namespace Tedori.Workflows.Approvals;

/// <summary>
/// What two people decide about entries that are, or look like, one company: which of a shared lot answers for it, and
/// whether two that only look alike share a lot.
/// </summary>
public sealed class LotActions(LotSettlement lots, EntryJoins joins, EditionCatalog editions, IClock clock) : IActionPerformer
{
    /// <inheritdoc/>
    public bool Performs(ProposedAction action) => action is ProposedAction.SettleLot or ProposedAction.JoinEntries;

    /// <inheritdoc/>
    public async Task<(string Effect, Refusal? Refusal)> PreviewAsync(
        ProposedAction action, CancellationToken cancellation = default) => action switch
        {
            ProposedAction.SettleLot a =>
                (EffectOf(a), await lots.CheckAsync(a.Round, a.Lot, a.Answers, null, cancellation)),
            ProposedAction.JoinEntries a => (EffectOf(a), await joins.CheckAsync(a.First, a.Second, cancellation)),
            _ => throw new ArgumentException($"{action.GetType().Name} is not about a lot.", nameof(action)),
        };

    /// <inheritdoc/>
    public async Task<(string Effect, Refusal? Refusal)> PerformAsync(
        ProposedAction action, Proposal proposal, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        if (editions.Of(SignedActs.RoundOf(action)!.Value).SecondPerson.Check(SignedActs.Of(action), proposal.Signed)
            is { } missing)
            return ("", missing);
        var (now, first, second) = (clock.GetCurrentInstant(), proposal.ProposerName, proposal.DeciderName!);
        switch (action)
        {
            case ProposedAction.SettleLot a:
                var settled = new SettledLot(a.Lot, a.Answers, now, a.Reason, first, second, $"{proposal.Id}.{a.Lot}");
                return (EffectOf(a), await lots.SettleAsync(a.Round, a.Lot, a.Answers, settled, cancellation));
            case ProposedAction.JoinEntries a:
                var decision = new JoinDecision(a.First, a.Second, a.Joined, now, a.Reason, first, second);
                return (EffectOf(a), await joins.DecideAsync(decision, cancellation));
            default:
                throw new ArgumentException($"{action.GetType().Name} is not about a lot.", nameof(action));
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<AskedOfCase> AsksAsync(ProposedAction action, CancellationToken cancellation = default) =>
        action is ProposedAction.SettleLot a
            ? lots.AsksAsync(a.Round, a.Lot, a.Answers, cancellation)
            : AsyncEnumerable.Empty<AskedOfCase>();

    private static string EffectOf(ProposedAction.SettleLot a) =>
        $"第{a.Round.Number}回の名簿番号{a.Lot}の当選を、{a.Answers}で進めます。同じ名簿番号のほかのエントリーは終結し、それぞれに通知します。理由: {a.Reason}";

    private static string EffectOf(ProposedAction.JoinEntries a) =>
        $"{a.First}と{a.Second}を{(a.Joined ? "同じ" : "別の")}企業とし、{LotsOf(a)}。理由: {a.Reason}";

    private static string LotsOf(ProposedAction.JoinEntries a) => (a.First.Round == a.Second.Round, a.Joined) switch
    {
        (true, true) => "1件の抽選として扱います",
        (true, false) => "それぞれ抽選の対象とします",
        (false, true) => "当選を1件だけとします",
        (false, false) => "ほかの回の当選にかかわらず、抽選と当選の対象とします",
    };
}
