using System.Runtime.CompilerServices;
using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Post;

namespace Tedori.Workflows.Approvals;

/// <summary>Settles a postmark that nobody could read, or that two people read differently (消印の認定).</summary>
public sealed class PostActions(PostService post, CaseCommandHandler cases, EditionCatalog editions) : IActionPerformer
{
    /// <inheritdoc/>
    public bool Performs(ProposedAction action) => action is ProposedAction.FilePost;

    /// <inheritdoc/>
    public async Task<(string Effect, Refusal? Refusal)> PreviewAsync(
        ProposedAction action, CancellationToken cancellation = default)
    {
        var file = (ProposedAction.FilePost)action;
        if (await post.FindAsync(file.Case.Round, file.Post, cancellation) is not { } envelope
            || await cases.ReadAsync(file.Case, cancellation) is not { } snapshot)
            return ("", new("noSuchEnvelope", "この郵便物は登録されていません。一覧から選び直してください。"));
        if (PostService.IsSettled(envelope))
            return ("", PostService.AlreadySettled);
        var command = post.CommandOf(envelope, file.Receipt.Postmark, snapshot.State);
        return CaseDecider.Decide(editions.Of(file.Case), snapshot.State, command) is Decision.Refused refused
            ? ("", refused.Refusal)
            : (EffectOf(file), null);
    }

    /// <inheritdoc/>
    public async Task<(string Effect, Refusal? Refusal)> PerformAsync(
        ProposedAction action, Proposal proposal, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        var file = (ProposedAction.FilePost)action;
        var answer = await post.FileAsync(
            file.Case.Round, file.Post, file.Receipt.Postmark, proposal.Id, cancellation);
        return (EffectOf(file), answer.Refusal ?? answer.Envelope?.Refusal);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<AskedOfCase> AsksAsync(
        ProposedAction action, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var file = (ProposedAction.FilePost)action;
        if (await post.FindAsync(file.Case.Round, file.Post, cancellation) is { } envelope)
            yield return await post.AsksAsync(envelope, file.Receipt.Postmark, cancellation);
    }

    /// <inheritdoc/>
    public async Task<Refusal?> CheckApproverAsync(
        ProposedAction action, string member, CancellationToken cancellation = default)
    {
        var file = (ProposedAction.FilePost)action;
        return await post.HasSeenAsync(file.Case.Round, file.Post, member, cancellation)
            ? null
            : PostService.PhotoUnseen;
    }

    private static string EffectOf(ProposedAction.FilePost a) =>
        $"{a.Case}の郵便物の消印を{JapaneseDate.Full(a.Receipt.Postmark)}と認定し、提出として受け付けます。";
}
