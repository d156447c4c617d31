using System.Text.Json.Serialization;
using NodaTime;
using Tedori.Programme.Signing;

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
/// <param name="Further">
/// Actions behind these that are kept in rows of their own, or null where <paramref name="Actions"/> holds all.
/// </param>
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
    string? Note = null,
    FurtherActions? Further = null)
{
    /// <summary>Who proposed and who approved; only of one that is approved.</summary>
    /// <exception cref="InvalidOperationException">Nobody has decided about it.</exception>
    [JsonIgnore]
    public Signatures Signed => DecidedBy is { } by
        ? new(new(ProposedBy, ProposerName), new(by, DeciderName ?? by))
        : throw new InvalidOperationException($"Nobody has decided about {Id}.");

    /// <summary>How many actions it has.</summary>
    [JsonIgnore]
    public int Size => Actions.Count + (Further?.Count ?? 0);
}

/// <summary>Actions that a proposal is too large to hold itself. Storage format.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Digest">Digest of them: what was proposed is what is shown, approved and done.</param>
public sealed record FurtherActions(int Count, string Digest);
