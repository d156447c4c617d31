using Tedori.Programme.Approvals;
using Tedori.Programme.Cases;
using Tedori.Workflows.Audit;

namespace Tedori.Tests.Staff;

/// <summary>Everything that staff can do, as the page in the documentation lists it.</summary>
internal static class ActRows
{
    /// <summary>What a request of staff does, by method and route.</summary>
    public static readonly IReadOnlyDictionary<string, PostedAct> Posted = new Dictionary<string, PostedAct>
    {
        ["POST staff/tasks"] = new("確認事項を済みにする", AuditActions.FinishTask),
        ["POST staff/filters"] = new("検索条件の保存・削除", AuditActions.SaveFilter, AuditActions.RemoveFilter),
        ["POST staff/cases/select"] = new("一覧の選択(起案・再通知へ進むだけ)"),
        ["POST staff/cases/{id}/notes"] = new("内部メモ", AuditActions.AddNote),
        ["POST staff/cases/{id}/referrals"] = new("支援への誘導の記録", AuditActions.RecordReferral),
        ["POST staff/referrals/new"] = new("商工会議所の誘導の記録(受付番号による)", AuditActions.RecordReferral),
        ["POST staff/cases/{id}/assign"] = new("担当の変更", AuditActions.AssignCase),
        ["POST staff/cases/{id}/checklist"] = new("確認表の記録", AuditActions.TickChecklist),
        ["POST staff/cases/{id}/links/{notice}"] = new("リンク1件の無効化", AuditActions.RevokeLink),
        ["POST staff/cases/{id}/review"] = new(
            "補正の依頼・取下げ、専門家派遣の記録", AuditActions.AskCorrection, AuditActions.WithdrawCorrection, AuditActions.RecordVisit)
        {
            Notices = [NoticeKind.CorrectionRequested, NoticeKind.CorrectionWithdrawn, NoticeKind.VisitRecorded],
        },
        ["POST staff/proposals/new"] = new("起案", AuditActions.Propose),
        ["POST staff/proposals/{proposal}"] = new(
            "起案の承認・差戻し・取下げ", AuditActions.ApproveProposal, AuditActions.RejectProposal, AuditActions.WithdrawProposal)
        {
            Second = "承認・差戻しは、起案した人と別の承認者",
        },
        ["POST staff/notices/repeat"] = new("登録済みの宛先への再通知(ほかの宛先と一括の無効化は起案)", AuditActions.RepeatNotices, AuditActions.Propose)
        {
            Notices = [NoticeKind.Repeated],
        },
        ["POST staff/cases/{id}/message"] = new("企業への連絡(登録された担当者あて。メールへの返信ではそのメールも処理済みにする)", AuditActions.SendMessage, AuditActions.FinishMail)
        {
            Notices = [NoticeKind.Message],
        },
        ["POST staff/mails/try"] = new("通知を試しに事務局にだけ送る(企業には送らない)", AuditActions.TryNotice),
        ["POST staff/mails/{mail}/case"] = new("受信メールの申請への登録(企業と、そこに表示するものを確かめてから)", AuditActions.FileMail),
        ["POST staff/mails/{mail}/done"] = new("受信メールを処理済みにする", AuditActions.FinishMail),
        ["POST staff/mails/{mail}/files/{sha256}"] = new("受信メールの添付を企業の下書きに加える", AuditActions.TakeMailFile),
        ["POST staff/mails/{mail}/files/{sha256}/evidence"] = new("受信メールの添付を審査の書類として受け取る", AuditActions.TakeMailEvidence)
        {
            Notices = [NoticeKind.FilingReceived],
        },
        ["POST staff/mails/{mail}/attempt"] = new("受信メールを締切前の提出の試みとして登録(認めるかどうかは起案)", AuditActions.RecordAttempt),
        ["POST staff/post/new"] = new("郵便物の登録(1回目の読取り)", AuditActions.RecordPost)
        {
            Second = "期限の後に登録したときは、別の人の読取り",
            Notices = [NoticeKind.FilingReceived, NoticeKind.FilingRefused],
        },
        ["POST staff/post/{round}/{envelope}"] = new("消印の2回目の読取り(写真を開いた人だけ)", AuditActions.ReadPostmark)
        {
            Second = "1回目と別の人",
            Notices = [NoticeKind.FilingReceived, NoticeKind.FilingRefused],
        },
        ["POST staff/rounds/{round}/throw"] = new("立会抽選の出た目と公開の値の入力", AuditActions.TypeThrow)
        {
            Second = "2人が同じ内容を入力",
        },
        ["POST staff/settings/rearm"] = new("期限の見張りの組み直し", AuditActions.Rearm),
    };

    /// <summary>What is proposed, by the action's type: the notices that follow.</summary>
    public static readonly IReadOnlyDictionary<Type, NoticeKind[]> Proposed = new Dictionary<Type, NoticeKind[]>
    {
        [typeof(ProposedAction.ReleaseResult)] = [NoticeKind.ResultWon, NoticeKind.ResultLost, NoticeKind.ResultExcluded, NoticeKind.ResultHeld],
        [typeof(ProposedAction.DrawAgain)] = [],
        [typeof(ProposedAction.AnnounceThrow)] = [],
        [typeof(ProposedAction.Promote)] = [NoticeKind.ResultWon],
        [typeof(ProposedAction.CarryPlaces)] = [],
        [typeof(ProposedAction.PassEligibility)] = [NoticeKind.EligibilityPassed],
        [typeof(ProposedAction.FailEligibility)] = [NoticeKind.EligibilityFailed],
        [typeof(ProposedAction.GrantClaim)] = [NoticeKind.GrantDecided],
        [typeof(ProposedAction.RefuseClaim)] = [NoticeKind.GrantRefused],
        [typeof(ProposedAction.ReleasePayment)] = [NoticeKind.PaymentReleased],
        [typeof(ProposedAction.ExtendCase)] = [NoticeKind.CutoffExtended],
        [typeof(ProposedAction.ExtendRound)] = [NoticeKind.CutoffExtended],
        [typeof(ProposedAction.FilePost)] = [NoticeKind.FilingReceived],
        [typeof(ProposedAction.JudgeAttempt)] = [NoticeKind.FilingReceived, NoticeKind.FilingRefused],
        [typeof(ProposedAction.SettleLot)] = [NoticeKind.ResultWon, NoticeKind.ResultExcluded],
        [typeof(ProposedAction.JoinEntries)] = [],
        [typeof(ProposedAction.RevokeLinks)] = [],
        [typeof(ProposedAction.ReplaceContact)] = [NoticeKind.ContactChanged, NoticeKind.FormerContact],
        [typeof(ProposedAction.RepeatNotice)] = [NoticeKind.Repeated],
        [typeof(ProposedAction.ChangeClosedDay)] = [],
        [typeof(ProposedAction.MoveWindow)] = [NoticeKind.WindowMoved],
        [typeof(ProposedAction.DeclareOutage)] = [],
    };
}

/// <summary>What a request of staff does.</summary>
/// <param name="Name">The act, in Japanese.</param>
/// <param name="Audit">What stands in the audit log; nothing where nothing is changed.</param>
internal sealed record PostedAct(string Name, params string[] Audit)
{
    /// <summary>Who has to act besides, in Japanese, or null where one person may do it alone.</summary>
    public string? Second { get; init; }

    /// <summary>The notices that follow.</summary>
    public NoticeKind[] Notices { get; init; } = [];
}
