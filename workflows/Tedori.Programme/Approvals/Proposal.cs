using NodaTime;

namespace Tedori.Programme.Approvals;

/// <summary>What one member of staff proposes and another approves (起案). Storage format.</summary>
/// <param name="Id">Id of the proposal: the key of the request that made it.</param>
/// <param name="Actions">What is done on approval, at least one; in bulk, one for each case.</param>
/// <param name="Reason">Why, in Japanese.</param>
/// <param name="ProposedBy">Id of the proposer.</param>
/// <param name="ProposerName">Name of the proposer.</param>
/// <param name="ProposedAt">When it was proposed.</param>
/// <param name="State">How far it is.</param>
/// <param name="DecidedBy">Id of who decided, or null.</param>
/// <param name="DeciderName">Name of who decided, or null.</param>
/// <param name="DecidedAt">When it was decided, or null.</param>
/// <param name="Note">What the decider wrote, or null.</param>
public sealed record Proposal(
    string Id,
    IReadOnlyList<ProposedAction> Actions,
    string Reason,
    string ProposedBy,
    string ProposerName,
    Instant ProposedAt,
    ProposalState State = ProposalState.Open,
    string? DecidedBy = null,
    string? DeciderName = null,
    Instant? DecidedAt = null,
    string? Note = null);
