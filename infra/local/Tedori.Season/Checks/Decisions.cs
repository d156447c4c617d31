using NodaTime;
using Tedori.Programme.Approvals;
using Tedori.Programme.Serialization;

namespace Tedori.Season.Checks;

/// <summary>
/// What the staff of a season decided by two, and when: by what they did, not by what the records made of it.
/// </summary>
internal sealed class Decisions
{
    private readonly List<(ProposedAction Action, Instant At)> approved;

    public Decisions(Agenda agenda) => approved =
    [
        .. Approved(agenda, Deed.Decide).Select(i => (TedoriJson.Read<DecisionPlan>(i.Body).Action, i.At)),
        .. Approved(agenda, Deed.Approve).Select(i => (TedoriJson.Read<ApprovalPlan>(i.Body).Action, i.At)),
    ];

    /// <summary>All of a kind.</summary>
    public IReadOnlyList<(TAction Action, Instant At)> Of<TAction>()
        where TAction : ProposedAction =>
        [.. approved.Where(a => a.Action is TAction).Select(a => ((TAction)a.Action, a.At))];

    private static IEnumerable<AgendaItem> Approved(Agenda agenda, Deed deed) =>
        agenda.DoneOf(deed).Where(d => d.Result == ApprovalActor.Approved).Select(d => d.Item);
}
