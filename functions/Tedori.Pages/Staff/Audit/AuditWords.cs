using Tedori.Workflows.Audit;

namespace Tedori.Pages.Staff.Audit;

/// <summary>The actions of the audit log in Japanese.</summary>
public static class AuditWords
{
    /// <summary>All actions in the order of a list.</summary>
    public static readonly IReadOnlyList<(string Action, string Words)> All =
    [
        (AuditActions.ViewToday, "「今日」を表示"),
        (AuditActions.ViewCases, "申請の一覧を表示"),
        (AuditActions.ExportCases, "申請の一覧をCSVで保存"),
        (AuditActions.ViewCase, "申請を表示"),
        (AuditActions.OpenFile, "書類を開く"),
        (AuditActions.ExportDossier, "記録一式を保存"),
        (AuditActions.AddNote, "内部メモを追記"),
        (AuditActions.AssignCase, "担当を変更"),
        (AuditActions.TickChecklist, "確認表を記録"),
        (AuditActions.SaveFilter, "検索条件を保存"),
        (AuditActions.RemoveFilter, "検索条件を削除"),
        (AuditActions.FinishTask, "確認事項を済みにする"),
        (AuditActions.ViewRounds, "回の状況を表示"),
        (AuditActions.ViewAudit, "操作記録を表示"),
        (AuditActions.ExportAudit, "操作記録をCSVで保存"),
    ];

    private static readonly Dictionary<string, string> Words = All.ToDictionary(a => a.Action, a => a.Words);

    /// <summary>The action in Japanese; as stored where it is of a later version.</summary>
    public static string Of(string action)
    {
        ArgumentNullException.ThrowIfNull(action);
        return Words.GetValueOrDefault(action, action);
    }
}
