using Tedori.Programme;
using Tedori.Programme.Approvals;

namespace Tedori.Workflows.Approvals;

/// <summary>Does proposed actions, each at once.</summary>
public interface IActionPerformer : IActionPreview
{
    /// <summary>Does it; repeating it under the same proposal and number is a no-op.</summary>
    /// <param name="action">What to do.</param>
    /// <param name="proposal">The approved proposal: who proposed it and who approved it.</param>
    /// <param name="cancellation">Ends the wait; what was committed stays.</param>
    Task<(string Effect, Refusal? Refusal)> PerformAsync(
        ProposedAction action, Proposal proposal, CancellationToken cancellation = default);
}
