using System.Text;
using System.Xml;
using Tedori.Programme;
using Tedori.Programme.Cases;

namespace Tedori.Season.Reporting;

/// <summary>The words of a report for the keys of the model; a key without words stands for itself.</summary>
internal static class Wording
{
    private static readonly Dictionary<string, (string English, string Japanese)> Steps =
        new(StringComparer.OrdinalIgnoreCase)
        {
            [nameof(Step.CompanyRegistration)] = ("company\nreg.", "企業情報の登録"),
            [nameof(Step.EligibilityReview)] = ("eligi-\nbility", "申請要件の審査"),
            [nameof(Step.ProjectRegistration)] = ("project\nreg.", "対象事業の登録"),
            [nameof(Step.Claim)] = ("claim", "支給申請"),
            [nameof(Step.ClaimReview)] = ("claim\nreview", "支給申請の審査"),
        };

    private static readonly Dictionary<string, string> Notices = new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(NoticeKind.EntryReceived)] = "事前エントリーの受付",
        [nameof(NoticeKind.ResultWon)] = "抽選結果(当選)",
        [nameof(NoticeKind.ResultLost)] = "抽選結果(落選)",
        [nameof(NoticeKind.ResultExcluded)] = "抽選結果(抽選対象外)",
        [nameof(NoticeKind.FilingReceived)] = "提出の受付",
        [nameof(NoticeKind.CorrectionRequested)] = "補正の依頼",
        [nameof(NoticeKind.CorrectionWithdrawn)] = "補正の依頼の取下げ",
        [nameof(NoticeKind.EligibilityPassed)] = "申請要件の審査(通過)",
        [nameof(NoticeKind.EligibilityFailed)] = "申請要件の審査(不通過)",
        [nameof(NoticeKind.Reminder)] = "期限のお知らせ",
        [nameof(NoticeKind.GrantDecided)] = "支給決定",
        [nameof(NoticeKind.GrantRefused)] = "不支給決定",
        [nameof(NoticeKind.FilingRefused)] = "提出の不受理",
        [nameof(NoticeKind.LeavingReceived)] = "辞退・撤回・中止の受付",
        [nameof(NoticeKind.Lapsed)] = "期限徒過",
        [nameof(NoticeKind.Reinstated)] = "期限徒過の取消し",
        [nameof(NoticeKind.CutoffExtended)] = "期限の延長",
        [nameof(NoticeKind.ContactConfirmation)] = "連絡先の変更の確認",
        [nameof(NoticeKind.ContactChanged)] = "連絡先の変更",
        [nameof(NoticeKind.FormerContact)] = "今までの連絡先への通知",
        [nameof(NoticeKind.Message)] = "事務局からの連絡",
        [nameof(NoticeKind.MailReceived)] = "メールの受領",
        [nameof(NoticeKind.LinkSentAgain)] = "リンクの再送",
        [nameof(NoticeKind.Repeated)] = "再通知",
        [nameof(NoticeKind.EntryShared)] = "同じ企業の別のエントリー",
        [nameof(NoticeKind.WindowMoved)] = "受付期間の延長",
        [nameof(NoticeKind.ResultHeld)] = "抽選結果(担当者の確認中)",
        [nameof(NoticeKind.VisitRecorded)] = "専門家の派遣の記録",
        [nameof(NoticeKind.ImplementationEnded)] = "取組の期間の終了",
        [nameof(NoticeKind.PaymentReleased)] = "振込の手配",
        [nameof(NoticeKind.InvoiceReceived)] = "奨励金請求の受付",
        [nameof(NoticeKind.InvoiceReturned)] = "請求書の差戻し",
        [nameof(NoticeKind.InvoiceReminder)] = "請求の督促",
        [nameof(NoticeKind.InvoiceLapsed)] = "請求の期限徒過",
        [nameof(NoticeKind.PaymentMade)] = "振込の完了",
        [nameof(NoticeKind.PaymentFailed)] = "振込不能・組戻し",
        [nameof(NoticeKind.GrantRevoked)] = "支給決定の取消・返還",
        [nameof(NoticeKind.RefundReceived)] = "返還金の入金",
    };

    public static (string English, string Japanese) OfStep(string key)
    {
        var line = OneLine(key);
        return Steps.GetValueOrDefault(key, (line, line));
    }

    public static string OfNotice(string key) => Notices.GetValueOrDefault(key, OneLine(key));

    /// <summary>Notices in the order of the path; kinds it does not know stand last.</summary>
    public static IEnumerable<KeyValuePair<string, int>> InOrder(IReadOnlyDictionary<string, int> notices) =>
        notices.OrderBy(
            n => Enum.TryParse<NoticeKind>(n.Key, ignoreCase: true, out var kind) ? (int)kind : int.MaxValue);

    public static string OfRound(RoundReport round) =>
        round.Edition is { } edition ? $"{edition} 第{Digits.Of(round.Round)}回" : $"第{Digits.Of(round.Round)}回";

    /// <summary>A round in the tables of the console.</summary>
    public static string ShortOfRound(RoundReport round) =>
        round.Edition is { } edition ? $"{edition} {Digits.Of(round.Round)}" : Digits.Of(round.Round);

    /// <summary>One line without control characters, fit for a terminal and for XML.</summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var fits = !Rune.IsControl(rune) && (rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value));
            line.Append(fits ? rune.ToString() : " ");
        }

        return line.ToString().Trim();
    }
}
