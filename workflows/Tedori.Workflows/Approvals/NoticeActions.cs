using System.Runtime.CompilerServices;
using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Cases;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Notices;
using Tedori.Workflows.Office;

namespace Tedori.Workflows.Approvals;

/// <summary>
/// Sends a notice again with the links so far voided or to an address that the company did not confirm: what needs two
/// people.
/// </summary>
public sealed class NoticeActions(NoticeRepetition repetition) : IActionPerformer
{
    /// <inheritdoc/>
    public bool Performs(ProposedAction action) => action is ProposedAction.RepeatNotice;

    /// <inheritdoc/>
    public async Task<(string Effect, Refusal? Refusal)> PreviewAsync(
        ProposedAction action, CancellationToken cancellation = default)
    {
        var repeat = (ProposedAction.RepeatNotice)action;
        if (await repetition.FindAsync(repeat.Original, cancellation) is null)
            return ("", new("noSuchNotice", $"通知{repeat.Original}はありません。申請の通知一覧から選び直してください。"));
        return repeat.To is { } to && await repetition.PreviewAsync(repeat.Original, to, cancellation) is null
            ? ("", Refusals.AddressWrong(to))
            : (EffectOf(repeat), null);
    }

    /// <inheritdoc/>
    public async Task<(string Effect, Refusal? Refusal)> PerformAsync(
        ProposedAction action, Proposal proposal, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        var repeat = (ProposedAction.RepeatNotice)action;
        var by = new StaffMember(proposal.ProposedBy, proposal.ProposerName, []);
        var refusal = await repetition.RepeatAsync(
            $"{proposal.Id}.{repeat.Original}", repeat.Original, repeat.To, repeat.Reason, repeat.KeepsLinks != true, by,
            proposal.Signed, cancellation);
        return (EffectOf(repeat), refusal);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<AskedOfCase> AsksAsync(
        ProposedAction action, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var repeat = (ProposedAction.RepeatNotice)action;
        if (await repetition.AsksAsync(repeat.Original, repeat.To, cancellation) is { } asked)
            yield return asked;
    }

    private static string EffectOf(ProposedAction.RepeatNotice a) =>
        $"{a.Original.CaseId}のこれまでのリンク{(a.KeepsLinks == true ? "をそのままにし" : "を無効にし")}、"
            + $"通知{a.Original}を新しいリンクで{(a.To is { } to ? $"「{to}」(企業が確認していない宛先)に" : "")}再送します。";
}
