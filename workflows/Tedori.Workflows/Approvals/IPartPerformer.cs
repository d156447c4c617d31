using Tedori.Programme;
using Tedori.Programme.Approvals;

namespace Tedori.Workflows.Approvals;

/// <summary>Does proposed actions that reach many cases, part by part, each with a verdict of its own.</summary>
public interface IPartPerformer : IActionPreview
{
    /// <summary>How many parts there are, as far as is known from those that are done.</summary>
    Task<int> PartsAsync(
        ProposedAction action, IReadOnlyList<PartVerdict> done, CancellationToken cancellation = default);

    /// <summary>Does a part; repeating it under the same proposal and number is a no-op.</summary>
    /// <param name="action">What to do.</param>
    /// <param name="proposal">The approved proposal: who proposed it and who approved it.</param>
    /// <param name="number">Number of the action, from 1.</param>
    /// <param name="part">Number of the part, from 1.</param>
    /// <param name="cancellation">Ends the wait; what was committed stays.</param>
    Task<PartVerdict> PerformAsync(
        ProposedAction action, Proposal proposal, int number, int part, CancellationToken cancellation = default);

    /// <summary>What became of the action when all its parts are done, in Japanese. Pure.</summary>
    (string Effect, Refusal? Refusal) Sum(ProposedAction action, IReadOnlyList<PartVerdict> done);
}
