using Tedori.Functions.Http;
using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Cases;
using Tedori.Workflows.Audit;
using Tedori.Workflows.Cases;

namespace Tedori.Functions.Staff;

/// <summary>Begins the review of what a company filed: from then on the company cannot replace it.</summary>
public sealed class ReviewStart(CaseCommandHandler cases, StaffTrail trail)
{
    /// <summary>
    /// Begins the reviews that proposals decide: what is proposed on must be what is decided. Null where all have begun,
    /// else a case that has changed since it was seen.
    /// </summary>
    /// <param name="page">Who proposes.</param>
    /// <param name="actions">What is proposed.</param>
    /// <param name="seen">How many events there were of each case that was compared with what was seen.</param>
    public async Task<CaseAnswer.Changed?> BeginAsync(
        StaffRequest page, IEnumerable<ProposedAction> actions, IReadOnlyDictionary<CaseId, int> seen)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(actions);
        ArgumentNullException.ThrowIfNull(seen);
        foreach (var id in actions.Select(CaseOf).OfType<CaseId>())
        {
            if (await cases.ReadAsync(id, page.Cancellation) is { } found && found.State.UnderReview != found.State.Step
                && await BeginAsync(page, id, seen.GetValueOrDefault(id, found.Events)) is CaseAnswer.Changed changed)
                return changed;
        }

        return null;
    }

    /// <summary>Begins it for who has seen the case as it was after a number of events.</summary>
    /// <param name="page">Who begins it.</param>
    /// <param name="id">The case.</param>
    /// <param name="seen">How many events there were; where there are more by now, nothing is changed.</param>
    public Task<CaseAnswer> BeginAsync(StaffRequest page, CaseId id, int seen)
    {
        ArgumentNullException.ThrowIfNull(page);
        return trail.DoAsync(
            page, AuditActions.BeginReview, id.ToString(), null, null,
            () => cases.HandleAsync(
                id, new CaseCommand.BeginReview(page.ReceivedAt, page.Member.Id), seen, page.Cancellation),
            answer => answer is CaseAnswer.Changed ? "変更なし(申請が変わっていた)" : "開始");
    }

    /// <summary>The case whose review an action decides, or null where it decides none.</summary>
    internal static CaseId? CaseOf(ProposedAction action) => action switch
    {
        ProposedAction.PassEligibility x => x.Case,
        ProposedAction.FailEligibility x => x.Case,
        ProposedAction.GrantClaim x => x.Case,
        ProposedAction.RefuseClaim x => x.Case,
        _ => null,
    };
}
