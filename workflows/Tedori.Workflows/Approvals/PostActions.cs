using System.Runtime.CompilerServices;
using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Post;

namespace Tedori.Workflows.Approvals;

/// <summary>
/// Settles a postmark that nobody could read, or that two people read differently (消印の認定), and judges mails that may have been
/// attempts to file (締切前の提出の認定).
/// </summary>
public sealed class PostActions(PostService post, CaseCommandHandler cases, EditionCatalog editions) : IActionPerformer
{
    /// <inheritdoc/>
    public bool Performs(ProposedAction action) => action is ProposedAction.FilePost or ProposedAction.JudgeAttempt;

    /// <inheritdoc/>
    public async Task<(string Effect, Refusal? Refusal)> PreviewAsync(
        ProposedAction action, CancellationToken cancellation = default)
    {
        var (id, name) = Named(action);
        if (await post.FindAsync(id.Round, name, cancellation) is not { } envelope
            || (envelope.Mail is not null) != action is ProposedAction.JudgeAttempt
            || await cases.ReadAsync(id, cancellation) is not { } snapshot)
            return ("", PostRefusals.NoSuchEnvelope);
        if (PostService.IsSettled(envelope))
            return ("", PostRefusals.AlreadySettled);
        if (action is ProposedAction.JudgeAttempt { Accepted: false })
            return (EffectOf(action), null);
        var command = post.CommandOf(envelope, (action as ProposedAction.FilePost)?.Receipt.Postmark, snapshot.State);
        return CaseDecider.Decide(editions.Of(id), snapshot.State, command) is Decision.Refused refused
            ? ("", refused.Refusal)
            : (EffectOf(action), null);
    }

    /// <inheritdoc/>
    public async Task<(string Effect, Refusal? Refusal)> PerformAsync(
        ProposedAction action, Proposal proposal, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        var (id, name) = Named(action);
        if (action is ProposedAction.JudgeAttempt { Accepted: false } judged)
            return (EffectOf(action), (await post.RejectAsync(id.Round, name, judged.Reason, proposal.Id, cancellation)).Refusal);
        var answer = await post.FileAsync(
            id.Round, name, (action as ProposedAction.FilePost)?.Receipt.Postmark, proposal.Id, cancellation);
        return (EffectOf(action), answer.Refusal ?? answer.Envelope?.Refusal);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<AskedOfCase> AsksAsync(
        ProposedAction action, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var (id, name) = Named(action);
        if (await post.FindAsync(id.Round, name, cancellation) is not { } envelope)
            yield break;
        yield return action is ProposedAction.JudgeAttempt { Accepted: false } judged
            ? post.AsksToReject(envelope, judged.Reason)
            : await post.AsksAsync(envelope, (action as ProposedAction.FilePost)?.Receipt.Postmark, cancellation);
    }

    /// <inheritdoc/>
    public async Task<Refusal?> CheckApproverAsync(
        ProposedAction action, string member, CancellationToken cancellation = default)
    {
        var (id, name) = Named(action);
        if (action is ProposedAction.JudgeAttempt
            && (await post.FindAsync(id.Round, name, cancellation))?.Readings[0].By.Equals(member, StringComparison.OrdinalIgnoreCase) == true)
            return PostRefusals.AttemptOwn;
        return await post.HasSeenAsync(id.Round, name, member, cancellation)
            ? null
            : action is ProposedAction.JudgeAttempt ? PostRefusals.AttemptUnseen : PostRefusals.PhotoUnseen;
    }

    private static (CaseId Case, string Post) Named(ProposedAction action) => action switch
    {
        ProposedAction.FilePost a => (a.Case, a.Post),
        ProposedAction.JudgeAttempt a => (a.Case, a.Post),
        _ => throw new InvalidOperationException($"{action.GetType().Name} is not about the post."),
    };

    private static string EffectOf(ProposedAction action) => action switch
    {
        ProposedAction.FilePost a => $"{a.Case}の郵便物の消印を{JapaneseDate.Full(a.Receipt.Postmark)}と認定し、提出として受け付けます。",
        ProposedAction.JudgeAttempt { Accepted: true } a => $"{a.Case}のメールを期限内の提出と認め、メールが届いた時刻で受け付けます。",
        ProposedAction.JudgeAttempt a => $"{a.Case}のメールを期限内の提出と認めず、理由を企業に通知します。",
        _ => throw new InvalidOperationException($"{action.GetType().Name} is not about the post."),
    };
}
