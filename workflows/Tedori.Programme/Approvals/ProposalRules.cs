using NodaTime;
using Tedori.Programme.Signing;

namespace Tedori.Programme.Approvals;

/// <summary>Who may decide about a proposal, and when. Pure; repeating a decision changes nothing.</summary>
public static class ProposalRules
{
    /// <summary>Most actions of one proposal.</summary>
    public const int MostActions = 2000;

    /// <summary>Whether a proposal can be made.</summary>
    public static Refusal? Check(Proposal proposal)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        if (proposal.Actions.Count is 0 or > MostActions)
            return new("proposalSize", $"対象は1件以上{MostActions:#,##0}件以下にしてください。");
        return proposal.Reason.Trim().Length is 0 or > 1000
            ? new("reasonMissing", "理由を1文字以上1,000文字以内で入力してください。")
            : null;
    }

    /// <summary>Approves: by an approver who is not the proposer.</summary>
    public static (Proposal Proposal, Refusal? Refusal) Approve(
        Proposal proposal, string by, string name, bool isApprover, Instant at) =>
        Decide(proposal, ProposalState.Approved, by, name, isApprover, at, note: null);

    /// <summary>Sends it back, with a note: by an approver who is not the proposer.</summary>
    public static (Proposal Proposal, Refusal? Refusal) Reject(
        Proposal proposal, string by, string name, bool isApprover, Instant at, string note)
    {
        ArgumentNullException.ThrowIfNull(note);
        return note.Trim().Length is 0 or > 1000
            ? (proposal, new("noteMissing", "差戻しの理由を1文字以上1,000文字以内で入力してください。"))
            : Decide(proposal, ProposalState.Rejected, by, name, isApprover, at, note);
    }

    /// <summary>
    /// Approves in the proposer's own name what the edition leaves to one person; what was decided stays.
    /// </summary>
    public static Proposal SettleAlone(Proposal proposal, Instant at)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        return proposal.State == ProposalState.Open
            ? Decided(proposal, ProposalState.Approved, proposal.ProposedBy, proposal.ProposerName, at, null)
            : proposal;
    }

    /// <summary>Takes it back: by the proposer.</summary>
    public static (Proposal Proposal, Refusal? Refusal) Withdraw(Proposal proposal, string by, string name, Instant at)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        if (proposal.State == ProposalState.Withdrawn)
            return (proposal, null);
        if (proposal.ProposedBy != by)
            return (proposal, new("notProposer", $"取り下げられるのは起案者({proposal.ProposerName})だけです。"));
        return proposal.State == ProposalState.Open
            ? (Decided(proposal, ProposalState.Withdrawn, by, name, at, null), null)
            : (proposal, AlreadyDecided(proposal));
    }

    private static (Proposal Proposal, Refusal? Refusal) Decide(
        Proposal proposal, ProposalState to, string by, string name, bool isApprover, Instant at, string? note)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        if (!isApprover)
            return (proposal, new("notApprover", "承認と差戻しには「承認者」の権限が必要です。"));
        if (!new Signatures(new(proposal.ProposedBy, proposal.ProposerName), new(by, name)).AreOfTwoPeople)
            return (proposal, new("secondPersonMissing", "起案した本人は承認も差戻しもできません。別の承認者に依頼してください。"));
        if (proposal.State == ProposalState.Open)
            return (Decided(proposal, to, by, name, at, note), null);
        // The same person pressed twice.
        return proposal.DecidedBy == by
            && (proposal.State == to || (to, proposal.State) == (ProposalState.Approved, ProposalState.Done))
            ? (proposal, null)
            : (proposal, AlreadyDecided(proposal));
    }

    private static Proposal Decided(Proposal p, ProposalState to, string by, string name, Instant at, string? note) =>
        p with { State = to, DecidedBy = by, DeciderName = name, DecidedAt = at, Note = note };

    private static Refusal AlreadyDecided(Proposal p) => new(
        "alreadyDecided",
        p.State == ProposalState.Done
            ? $"この起案は既に{p.DeciderName}が「{Name(ProposalState.Approved)}」にし、処理も終わっています。結果を確認してください。"
            : $"この起案は既に{p.DeciderName}が「{Name(p.State)}」にしています。最新の状態を確認してください。");

    /// <summary>The state as staff read it.</summary>
    public static string Name(ProposalState state) => state switch
    {
        ProposalState.Open => "承認待ち",
        ProposalState.Approved => "承認済み",
        ProposalState.Done => "処理済み",
        ProposalState.Rejected => "差戻し",
        ProposalState.Withdrawn => "取下げ",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Unknown state."),
    };
}
