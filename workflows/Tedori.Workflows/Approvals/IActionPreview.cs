using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Workflows.Cases;

namespace Tedori.Workflows.Approvals;

/// <summary>
/// Knows proposed actions of some kinds. One class for each kind, found by <see cref="Performs"/>, which also does them:
/// at once (<see cref="IActionPerformer"/>) or part by part (<see cref="IPartPerformer"/>).
/// </summary>
public interface IActionPreview
{
    /// <summary>Whether this class does actions of this kind.</summary>
    bool Performs(ProposedAction action);

    /// <summary>Whether the action could be done now, and what it would do, in Japanese. Changes nothing.</summary>
    Task<(string Effect, Refusal? Refusal)> PreviewAsync(
        ProposedAction action, CancellationToken cancellation = default);

    /// <summary>
    /// What the action would ask of which cases now: the mails that follow from it are those that leave. Nothing where no
    /// company is told anything. Changes nothing.
    /// </summary>
    IAsyncEnumerable<AskedOfCase> AsksAsync(ProposedAction action, CancellationToken cancellation = default);

    /// <summary>
    /// Of how many cases at most the action would ask something, by what is counted already: no case is read for it.
    /// </summary>
    Task<int> MostAskedAsync(ProposedAction action, CancellationToken cancellation = default) => Task.FromResult(1);

    /// <summary>What a member has to do before approving the action, or null where nothing is missing.</summary>
    Task<Refusal?> CheckApproverAsync(
        ProposedAction action, string member, CancellationToken cancellation = default) =>
        Task.FromResult<Refusal?>(null);
}
