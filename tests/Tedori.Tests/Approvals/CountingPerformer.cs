using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Workflows.Approvals;
using Tedori.Workflows.Cases;

namespace Tedori.Tests.Approvals;

/// <summary>Performs anything, counts it, and fails on demand.</summary>
internal sealed class CountingPerformer : IActionPerformer
{
    public List<ProposedAction> Done { get; } = [];

    public int? FailAfter { get; set; }

    public bool Performs(ProposedAction action) => true;

    public Task<(string Effect, Refusal? Refusal)> PreviewAsync(
        ProposedAction action, CancellationToken cancellation) =>
        Task.FromResult<(string, Refusal?)>(("", null));

    public IAsyncEnumerable<AskedOfCase> AsksAsync(ProposedAction action, CancellationToken cancellation) =>
        AsyncEnumerable.Empty<AskedOfCase>();

    public Task<(string Effect, Refusal? Refusal)> PerformAsync(
        ProposedAction action, Proposal proposal, CancellationToken cancellation)
    {
        if (Done.Count == FailAfter)
            throw new IOException("The store is away.");
        Done.Add(action);
        return Task.FromResult<(string, Refusal?)>(("done", null));
    }
}
