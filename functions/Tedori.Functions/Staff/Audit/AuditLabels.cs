using Tedori.Workflows.Audit;

namespace Tedori.Functions.Staff.Audit;

/// <summary>The actions of the audit log in Japanese.</summary>
public static class AuditLabels
{
    /// <summary>All actions in the order of a list.</summary>
    public static readonly IReadOnlyList<(string Action, string Words)> All =
    [
        (AuditActions.ViewToday, "「今日」を表示"),
        (AuditActions.ViewCases, "申請の一覧を表示"),
        (AuditActions.ExportCases, "申請の一覧をファイルに保存"),
        (AuditActions.ViewCase, "申請を表示"),
        (AuditActions.OpenFile, "書類を開く"),
        (AuditActions.ExportDossier, "記録一式を保存"),
        (AuditActions.AddNote, "内部メモを追記"),
        (AuditActions.RecordReferral, "支援への誘導を記録"),
        (AuditActions.ViewReferrals, "支援への誘導の集計を表示"),
        (AuditActions.AssignCase, "担当を変更"),
        (AuditActions.TickChecklist, "確認表を記録"),
        (AuditActions.BeginReview, "審査を開始"),
        (AuditActions.SaveFilter, "検索条件を保存"),
        (AuditActions.RemoveFilter, "検索条件を削除"),
        (AuditActions.FinishTask, "確認事項を済みにする"),
        (AuditActions.ViewReview, "審査の画面を表示"),
        (AuditActions.PassReview, "審査: 通過"),
        (AuditActions.AskCorrection, "審査: 補正の依頼"),
        (AuditActions.WithdrawCorrection, "審査: 補正の取下げ"),
        (AuditActions.RecordVisit, "専門家派遣を記録"),
        (AuditActions.Propose, "起案"),
        (AuditActions.ViewProposal, "起案を表示"),
        (AuditActions.ApproveProposal, "起案を承認"),
        (AuditActions.RejectProposal, "起案を差戻し"),
        (AuditActions.WithdrawProposal, "起案を取下げ"),
        (AuditActions.ViewNotices, "通知を表示"),
        (AuditActions.RepeatNotices, "通知を再送"),
        (AuditActions.ViewLink, "リンクを表示"),
        (AuditActions.RevokeLink, "リンクを無効化"),
        (AuditActions.ViewPost, "郵便の一覧を表示"),
        (AuditActions.ViewCompanies, "同一企業の確認を表示"),
        (AuditActions.ViewEnvelope, "郵便物を表示"),
        (AuditActions.RecordPost, "郵便物を記録"),
        (AuditActions.ReadPostmark, "消印を読取り"),
        (AuditActions.ViewRounds, "回の状況を表示"),
        (AuditActions.TypeThrow, "立会抽選の出た目を入力"),
        (AuditActions.Rearm, "期限の見張りを組み直し"),
        (AuditActions.ViewAudit, "操作記録を表示"),
        (AuditActions.ViewAnswer, "送信の結果を表示"),
        (AuditActions.ExportAudit, "操作記録をファイルに保存"),
    ];

    private static readonly Dictionary<string, string> Words = All.ToDictionary(a => a.Action, a => a.Words);

    /// <summary>The action in Japanese; as stored where it is of a later version.</summary>
    public static string Of(string action)
    {
        ArgumentNullException.ThrowIfNull(action);
        return Words.GetValueOrDefault(action, action);
    }
}
