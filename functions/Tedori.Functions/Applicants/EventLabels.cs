using Tedori.Functions.Languages;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Payments;
using static Tedori.Functions.Languages.Phrases;

namespace Tedori.Functions.Applicants;

/// <summary>What happened to a case, in one sentence to the company.</summary>
public static class EventLabels
{
    /// <summary>The sentence.</summary>
    public static string Of(Edition edition, CaseEvent e) => e switch
    {
        CaseEvent.Entered x => Say("事前エントリーを{0}に受け付けました。", Written.Minute(x.ReceivedAt)),
        CaseEvent.Won => Say("抽選の結果、当選しました。"),
        CaseEvent.Lost => Say("抽選の結果、落選しました。"),
        CaseEvent.Promoted => Say("抽選の順位により、繰上当選となりました。"),
        CaseEvent.Excluded => Say("抽選の対象になりませんでした。"),
        CaseEvent.WindowMoved x => Say("事前エントリーの締切を{0}に延長したことをお知らせしました。", Written.Minute(x.Closes)),
        CaseEvent.EntryShared => Say("同じ企業を示す別のエントリーがあることをお知らせしました。"),
        CaseEvent.ResultHeld => Say("当選したエントリーの担当者を、事務局が確認しています。"),
        CaseEvent.CompanyRegistered or CaseEvent.ProjectRegistered or CaseEvent.ClaimSubmitted
            or CaseEvent.CorrectionAnswered =>
            Say("{0}を{1}に受け付けました。", NameOf(e), Received(FilingOf(e)!.Receipt)),
        CaseEvent.ReviewBegun => Say("事務局で審査を始めました。"),
        CaseEvent.CorrectionRequested x => Say("補正({0}回目)をお願いしました。", x.Correction.Number),
        CaseEvent.CorrectionWithdrawn x => Say("補正({0}回目)の依頼を取り下げました。", x.Number),
        CaseEvent.EnvelopeRecorded { Mail: true } => Say("締切の前に届いたメールを、期限までの提出と認めるか確認しています。"),
        CaseEvent.EnvelopeRecorded => Say("郵便物が届きました。消印を確認しています。"),
        CaseEvent.EnvelopeSettled => Say("郵便物の確認を終えました。"),
        CaseEvent.FilingRefused x =>
            Say("「{0}」の提出({1})は受理できませんでした。{2}", Sentences.Of(CaseLabels.Of(x.Of)), Received(x.Receipt), Sentences.Of(x.Refusal.Text)),
        CaseEvent.EligibilityPassed => Say("申請要件の審査を通過しました。"),
        CaseEvent.EligibilityFailed => Say("申請要件の審査の結果、不通過となりました。"),
        CaseEvent.VisitRecorded x => Say("専門家派遣({0}回目)を{1}に行いました。", x.Number, Written.Day(x.Date)),
        CaseEvent.ImplementationEnded x => Say("取組期限({0})が終わりました。", Written.Day(x.LastDay)),
        CaseEvent.GrantDecided x => Say("奨励金{0}の支給を決定しました。", Written.Yen(x.Yen)),
        CaseEvent.GrantRefused => Say("不支給を決定しました。"),
        CaseEvent.Declined => Say("辞退を受け付けました。"),
        CaseEvent.Retracted => Say("撤回を受け付けました。"),
        CaseEvent.Abandoned => Say("中止を受け付けました。"),
        CaseEvent.CutoffExtended x => Say("「{0}」の期限を{1}に延長しました。", Sentences.Of(CaseLabels.Of(x.Of)), Written.Day(x.Date)),
        CaseEvent.ReminderFellDue x => Say("「{0}」の期限({1})が近づいたことをお知らせしました。", Sentences.Of(CaseLabels.Of(x.Of)), Written.Day(x.Deadline)),
        CaseEvent.Lapsed x => Say("「{0}」の期限({1})までに提出がなく、申請は終結しました。", Sentences.Of(CaseLabels.Of(x.In)), Written.Day(x.Deadline)),
        CaseEvent.Reinstated => Say("申請の終結を取り消しました。"),
        CaseEvent.ContactChangeRequested => Say("連絡先の変更を受け付けました。"),
        CaseEvent.ContactConfirmationAsked x => Say("{0}に、連絡先の変更の確認をお願いしました。", SideOf(x.Confirmation)),
        CaseEvent.ContactConfirmed x => Say("{0}で、連絡先の変更が確認されました。", SideOf(x.Confirmation)),
        CaseEvent.ContactChanged => Say("連絡先を変更しました。"),
        CaseEvent.ContactReplaced => Say("電話での確認により、事務局が連絡先を変更しました。"),
        CaseEvent.FormerContactTold => Say("今までのEメールアドレスに、連絡先が変わったことをお知らせしました。"),
        CaseEvent.PaymentReleased x => Say("奨励金{0}の振込を手配しました。", Written.Yen(x.Yen)),
        CaseEvent.MoneyMoved x => MoneyOf(x.What),
        CaseEvent.MailFileTaken x => Say("{0}に届いたメールの添付を、書類として受け取りました。", Received(x.Filing.Receipt)),
        CaseEvent.MessageSent => Say("事務局からご連絡しました。"),
        CaseEvent.NoticeRepeated => Say("通知をもう一度お送りしました。"),
        _ => throw new InvalidOperationException($"Unknown event {e?.GetType().Name} of {edition?.Id}."),
    };

    private static string MoneyOf(PaymentEvent e) => e switch
    {
        PaymentEvent.InvoiceFiled => Say("奨励金の請求を受け付けました。"),
        PaymentEvent.InvoiceReturned => Say("請求書の内容をご確認ください。"),
        PaymentEvent.InvoiceConfirmed => Say("請求書の内容を確認しました。"),
        PaymentEvent.InvoiceReminded => Say("奨励金の請求をお待ちしています。"),
        PaymentEvent.InvoiceLapsed => Say("期限までに請求がなく、支払の手続きを終了しました。"),
        PaymentEvent.Listed => Say("振込の手続きを始めました。"),
        PaymentEvent.Unlisted => Say("振込の手続きを見合わせました。"),
        PaymentEvent.Ordered => Say("奨励金を振り込む手続きをしました。"),
        PaymentEvent.Made => Say("奨励金を振り込みました。"),
        PaymentEvent.Failed or PaymentEvent.SentBack => Say("奨励金を振り込めませんでした。"),
        PaymentEvent.Revoked => Say("奨励金の支給決定を取り消しました。"),
        PaymentEvent.Refunded => Say("返還金の入金を確認しました。"),
        _ => throw new InvalidOperationException($"Unknown event {e.GetType().Name}."),
    };

    /// <summary>The filing that an event took in, or null.</summary>
    public static Filing? FilingOf(CaseEvent? e) => e switch
    {
        CaseEvent.CompanyRegistered x => x.Filing,
        CaseEvent.ProjectRegistered x => x.Filing,
        CaseEvent.ClaimSubmitted x => x.Filing,
        CaseEvent.CorrectionAnswered x => x.Filing,
        CaseEvent.MailFileTaken x => x.Filing,
        _ => null,
    };

    /// <summary>What an event took in.</summary>
    public static string NameOf(CaseEvent e) =>
        FilingOf(e)?.Replaces is null ? FormOf(e) : Say("{0}の差し替え", FormOf(e));

    private static string FormOf(CaseEvent e) => e switch
    {
        CaseEvent.CompanyRegistered => Sentences.Of(CaseLabels.Of(Step.CompanyRegistration)),
        CaseEvent.ProjectRegistered => Sentences.Of(CaseLabels.Of(Step.ProjectRegistration)),
        CaseEvent.ClaimSubmitted => Sentences.Of(CaseLabels.Of(Step.Claim)),
        CaseEvent.CorrectionAnswered x => Sentences.Of($"補正({x.Number}回目)の回答"),
        CaseEvent.MailFileTaken => Say("メールの添付"),
        _ => throw new ArgumentException($"{e?.GetType().Name} takes in no filing.", nameof(e)),
    };

    /// <summary>When and how something was received.</summary>
    public static string Received(Receipt receipt)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        return receipt.Match(
            electronic => Written.Minute(electronic.ReceivedAt),
            post => Say("郵送(消印{0}、到着{1})", Written.Day(post.Postmark), Written.Day(post.Arrived)));
    }

    private static string SideOf(ContactConfirmation confirmation) =>
        confirmation.Side == ContactSide.Old ? Say("今までのEメールアドレス") : Say("新しいEメールアドレス");
}
