using Tedori.Programme;
using Tedori.Programme.Approvals;

namespace Tedori.Workflows.Approvals;

/// <summary>Does proposed actions. One class for each kind of action, found by <see cref="Performs"/>.</summary>
public interface IActionPerformer
{
    /// <summary>Whether this class does actions of this kind.</summary>
    bool Performs(ProposedAction action);

    /// <summary>Whether the action could be done now, and what it would do, in Japanese. Changes nothing.</summary>
    Task<(string Effect, Refusal? Refusal)> PreviewAsync(
        ProposedAction action, CancellationToken cancellation = default);

    /// <summary>Does it; repeating it under the same proposal and number is a no-op.</summary>
    /// <param name="action">What to do.</param>
    /// <param name="proposal">The approved proposal: who proposed it and who approved it.</param>
    /// <param name="cancellation">Ends the wait; what was committed stays.</param>
    Task<(string Effect, Refusal? Refusal)> PerformAsync(
        ProposedAction action, Proposal proposal, CancellationToken cancellation = default);
}
