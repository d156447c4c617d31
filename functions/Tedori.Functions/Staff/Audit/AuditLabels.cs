using System.Text.RegularExpressions;
using Tedori.Functions.Staff.Approvals;
using Tedori.Functions.Staff.Post;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Post;
using Tedori.Workflows.Audit;

namespace Tedori.Functions.Staff.Audit;

/// <summary>The actions of the audit log in Japanese.</summary>
public static partial class AuditLabels
{
    /// <summary>All actions in the order of a list.</summary>
    public static readonly IReadOnlyList<(string Action, string Words)> All =
    [
        (AuditActions.ViewToday, "「今日」を表示"),
        (AuditActions.ViewCases, "申請の一覧を表示"),
        (AuditActions.ExportCases, "申請の一覧をファイルに保存"),
        (AuditActions.ViewCase, "申請を表示"),
        (AuditActions.OpenFile, "書類を開く"),
        (AuditActions.ViewMail, "受信メールを表示"),
        (AuditActions.ExportMail, "受信メールの原本を保存"),
        (AuditActions.FileMail, "受信メールを申請に登録"),
        (AuditActions.FinishMail, "受信メールを処理済みにする"),
        (AuditActions.TakeMailFile, "受信メールの添付を下書きに加える"),
        (AuditActions.TakeMailEvidence, "受信メールの添付を審査の書類として受け取る"),
        (AuditActions.RecordAttempt, "受信メールを締切前の提出の試みとして登録"),
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
        (AuditActions.SendMessage, "企業に連絡"),
        (AuditActions.RepeatNotices, "通知を再送"),
        (AuditActions.TryNotice, "通知を試しに事務局へ送信"),
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

    private static readonly Dictionary<string, string> Tasks = new()
    {
        ["mailUnclear"] = "送信できたか不明",
        ["mailTrouble"] = "通知の送信の障害",
        ["mailBounced"] = "通知の不達",
        ["mailReportDoubtful"] = "通知の不達の報告(確認できないもの)",
        ["mailSilent"] = "配信の報告なし",
        ["mailRefused"] = "通知の受取り拒否",
        ["mailSpam"] = "迷惑メールの報告",
        ["mailStray"] = "どの通知か分からない報告",
        ["mailUnreadable"] = "読み取れない報告",
        ["evidenceDiffers"] = "書類の相違",
        ["canaryMissed"] = "期限の動作確認",
        ["postmarkDisputed"] = "消印の認定",
        ["attemptWaits"] = "締切前の提出の認定",
        ["postmarkSecondReading"] = "消印の2回目の読取り",
        ["carryPlaces"] = "予定社数の追加",
        ["sealingHeld"] = "封印の保留",
        ["entryChainBroken"] = "受付一覧の相違",
        ["valueRepeated"] = "乱数の重複",
        ["releaseResult"] = "抽選結果の公表",
        ["virusFound"] = "ウイルスの検出",
        ["virusNotScanned"] = "ウイルス検査の未了",
    };

    // What the log keeps as codes.
    private static readonly Dictionary<string, string> States = Enum.GetValues<EnvelopeState>()
        .ToDictionary(s => s.ToString(), EnvelopeLabels.Of)
        .Concat(ReferralSourceLabels.Options.Select(o => KeyValuePair.Create(o.Value, o.Text)))
        .Concat(ProposalKind.All.Select(k => KeyValuePair.Create(k.Id, k.Name)))
        .Concat(Tasks)
        .Append(KeyValuePair.Create("recordedBefore", "記録済み"))
        .Append(KeyValuePair.Create("repeatNotice", "通知の再送"))
        .ToDictionary();

    private static readonly Dictionary<string, string> Words = All.ToDictionary(a => a.Action, a => a.Words);

    /// <summary>
    /// A state before or after an action in Japanese. Any other code is that of a refusal: what was asked for was not done.
    /// What somebody wrote or named stays as it is.
    /// </summary>
    public static string? StateOf(string action, string? state)
    {
        if (action is AuditActions.AddNote or AuditActions.SaveFilter or AuditActions.RemoveFilter)
            return state;
        if (state?.Split(' ') is not [var code, .. var more])
            return null;
        return States.TryGetValue(code, out var words) ? string.Join(' ', more.Prepend(words))
            : Code().IsMatch(state) ? "行われませんでした"
            : state;
    }

    /// <summary>The state after an action in Japanese; of what somebody set out to do, that it was begun.</summary>
    public static string? AfterOf(AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Intent == true ? "(着手)" : StateOf(entry.Action, entry.After);
    }

    /// <summary>What an action was done to, with what it is; as stored where it is the number of a case.</summary>
    public static string SubjectOf(string subject) =>
        NoticeId.TryParse(subject, out var notice) ? $"{notice.CaseId} {KindLabels.Of(notice.Kind)}"
        : RoundId.TryParse(subject, out var round) ? $"{round} 第{round.Number}回"
        : subject;

    [GeneratedRegex(@"\A[a-z]+([A-Z][a-z]+)+\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Code();

    /// <summary>The action in Japanese; as stored where it is of a later version.</summary>
    public static string Of(string action)
    {
        ArgumentNullException.ThrowIfNull(action);
        return Words.GetValueOrDefault(action, action);
    }
}
