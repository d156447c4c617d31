using Tedori.Programme.Cases;

namespace Tedori.Functions.Staff;

/// <summary>The kinds of notices in Japanese.</summary>
public static class KindLabels
{
    /// <summary>The kind in Japanese.</summary>
    public static string Of(NoticeKind kind) => kind switch
    {
        NoticeKind.EntryReceived => "事前エントリーの受付",
        NoticeKind.ResultWon => "抽選結果(当選)",
        NoticeKind.ResultLost => "抽選結果(落選)",
        NoticeKind.ResultExcluded => "抽選結果(対象外)",
        NoticeKind.FilingReceived => "提出の受付",
        NoticeKind.FilingRefused => "提出の不受理",
        NoticeKind.CorrectionRequested => "補正の依頼",
        NoticeKind.CorrectionWithdrawn => "補正の取下げ",
        NoticeKind.EligibilityPassed => "審査の結果(通過)",
        NoticeKind.EligibilityFailed => "審査の結果(不通過)",
        NoticeKind.Reminder => "期限の督促",
        NoticeKind.GrantDecided => "支給決定",
        NoticeKind.GrantRefused => "不支給決定",
        NoticeKind.LeavingReceived => "辞退・撤回・中止の受付",
        NoticeKind.Lapsed => "期限徒過",
        NoticeKind.Reinstated => "終結の取消し",
        NoticeKind.CutoffExtended => "期限の延長",
        NoticeKind.ContactConfirmation => "連絡先の変更の確認",
        NoticeKind.ContactChanged => "連絡先の変更",
        NoticeKind.FormerContact => "今までの連絡先への通知",
        NoticeKind.LinkSentAgain => "リンクの再送",
        NoticeKind.MailReceived => "メールの受領",
        NoticeKind.Message => "事務局からの連絡",
        NoticeKind.Repeated => "再送",
        NoticeKind.EntryShared => "同じ企業の別のエントリー",
        NoticeKind.WindowMoved => "受付期間の延長",
        NoticeKind.ResultHeld => "抽選結果(担当者の確認中)",
        NoticeKind.VisitRecorded => "専門家の派遣の記録",
        NoticeKind.ImplementationEnded => "取組の期間の終了",
        NoticeKind.PaymentReleased => "振込の手配",
        NoticeKind.InvoiceReceived => "奨励金請求の受付",
        NoticeKind.InvoiceReturned => "請求書の差戻し",
        NoticeKind.InvoiceReminder => "請求の督促",
        NoticeKind.InvoiceLapsed => "請求の期限徒過",
        NoticeKind.PaymentMade => "振込の完了",
        NoticeKind.PaymentFailed => "振込不能・組戻し",
        NoticeKind.GrantRevoked => "支給決定の取消・返還",
        NoticeKind.RefundReceived => "返還金の入金",
        _ => kind.ToString(),
    };
}
