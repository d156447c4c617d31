using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Workflows.Access;
using Tedori.Workflows.Cases;

namespace Tedori.Workflows.Approvals;

/// <summary>Voids all links to a case.</summary>
public sealed class LinkActions(CaseAccess access) : IActionPerformer
{
    /// <inheritdoc/>
    public bool Performs(ProposedAction action) => action is ProposedAction.RevokeLinks;

    /// <inheritdoc/>
    public async Task<(string Effect, Refusal? Refusal)> PreviewAsync(
        ProposedAction action, CancellationToken cancellation = default)
    {
        var revoke = (ProposedAction.RevokeLinks)action;
        return await access.GenerationAsync(revoke.Case, cancellation) == revoke.Generation
            ? (EffectOf(revoke), null)
            : ("既に無効になっています。何も変わりません。", null);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<AskedOfCase> AsksAsync(ProposedAction action, CancellationToken cancellation = default) =>
        AsyncEnumerable.Empty<AskedOfCase>();

    /// <inheritdoc/>
    public async Task<(string Effect, Refusal? Refusal)> PerformAsync(
        ProposedAction action, Proposal proposal, CancellationToken cancellation = default)
    {
        var revoke = (ProposedAction.RevokeLinks)action;
        await access.RevokeAllAsync(revoke.Case, revoke.Generation, cancellation);
        return (EffectOf(revoke), null);
    }

    private static string EffectOf(ProposedAction.RevokeLinks a) =>
        $"{a.Case}のこれまでのリンクをすべて無効にします。企業には新しいリンクを再通知してください。";
}
