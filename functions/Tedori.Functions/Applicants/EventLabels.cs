using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Grants;

namespace Tedori.Functions.Applicants;

/// <summary>What happened to a case, in one sentence to the company.</summary>
public static class EventLabels
{
    /// <summary>The sentence.</summary>
    public static string Of(Edition edition, CaseEvent e) => e switch
    {
        CaseEvent.Entered x => $"事前エントリーを{JapaneseDate.Full(x.ReceivedAt)}に受け付けました。",
        CaseEvent.Won => "抽選の結果、当選しました。",
        CaseEvent.Lost => "抽選の結果、落選しました。",
        CaseEvent.Promoted => "抽選の順位により、繰上当選となりました。",
        CaseEvent.Excluded => "抽選の対象になりませんでした。",
        CaseEvent.EntryShared => "同じ企業を示す別のエントリーがあることをお知らせしました。",
        CaseEvent.ResultHeld => "当選したエントリーの担当者を、事務局が確認しています。",
        CaseEvent.CompanyRegistered or CaseEvent.ProjectRegistered or CaseEvent.ClaimSubmitted
            or CaseEvent.CorrectionAnswered =>
            $"{NameOf(e)}を{Received(FilingOf(e)!.Receipt)}に受け付けました。",
        CaseEvent.ReviewBegun => "事務局で審査を始めました。",
        CaseEvent.CorrectionRequested x => $"補正({x.Correction.Number}回目)をお願いしました。",
        CaseEvent.CorrectionWithdrawn x => $"補正({x.Number}回目)の依頼を取り下げました。",
        CaseEvent.EnvelopeRecorded => "郵便物が届きました。消印を確認しています。",
        CaseEvent.EnvelopeSettled => "郵便物の確認を終えました。",
        CaseEvent.FilingRefused x =>
            $"「{CaseLabels.Of(x.Of)}」の提出({Received(x.Receipt)})は受理できませんでした。{x.Refusal.Text}",
        CaseEvent.EligibilityPassed => "申請要件の審査を通過しました。",
        CaseEvent.EligibilityFailed => "申請要件の審査の結果、不通過となりました。",
        CaseEvent.VisitRecorded x => $"専門家派遣({x.Number}回目)を{JapaneseDate.Full(x.Date)}に行いました。",
        CaseEvent.ImplementationEnded x => $"取組期限({JapaneseDate.Full(x.LastDay)})が終わりました。",
        CaseEvent.GrantDecided x => $"奨励金{GrantCalculation.Yen(x.Yen)}の支給を決定しました。",
        CaseEvent.GrantRefused => "不支給を決定しました。",
        CaseEvent.Declined => "辞退を受け付けました。",
        CaseEvent.Retracted => "撤回を受け付けました。",
        CaseEvent.Abandoned => "中止を受け付けました。",
        CaseEvent.CutoffExtended x => $"「{CaseLabels.Of(x.Of)}」の期限を{JapaneseDate.Full(x.Date)}に延長しました。",
        CaseEvent.ReminderFellDue x => $"「{CaseLabels.Of(x.Of)}」の期限({JapaneseDate.Full(x.Deadline)})が近づいたことをお知らせしました。",
        CaseEvent.Lapsed x => $"「{CaseLabels.Of(x.In)}」の期限({JapaneseDate.Full(x.Deadline)})までに提出がなく、申請は終結しました。",
        CaseEvent.Reinstated => "申請の終結を取り消しました。",
        CaseEvent.ContactChangeRequested => "連絡先の変更を受け付けました。",
        CaseEvent.ContactConfirmationAsked x => $"{SideOf(x.Confirmation)}に、連絡先の変更の確認をお願いしました。",
        CaseEvent.ContactConfirmed x => $"{SideOf(x.Confirmation)}で、連絡先の変更が確認されました。",
        CaseEvent.ContactChanged => "連絡先を変更しました。",
        CaseEvent.ContactReplaced => "電話での確認により、事務局が連絡先を変更しました。",
        CaseEvent.FormerContactTold => "今までのEメールアドレスに、連絡先が変わったことをお知らせしました。",
        CaseEvent.PaymentReleased x => $"奨励金{GrantCalculation.Yen(x.Yen)}の振込を手配しました。",
        CaseEvent.NoticeRepeated => "通知をもう一度お送りしました。",
        _ => throw new InvalidOperationException($"Unknown event {e?.GetType().Name} of {edition?.Id}."),
    };

    /// <summary>The filing that an event took in, or null.</summary>
    public static Filing? FilingOf(CaseEvent? e) => e switch
    {
        CaseEvent.CompanyRegistered x => x.Filing,
        CaseEvent.ProjectRegistered x => x.Filing,
        CaseEvent.ClaimSubmitted x => x.Filing,
        CaseEvent.CorrectionAnswered x => x.Filing,
        _ => null,
    };

    /// <summary>What an event took in.</summary>
    public static string NameOf(CaseEvent e) =>
        FilingOf(e)?.Replaces is null ? FormOf(e) : $"{FormOf(e)}の差し替え";

    private static string FormOf(CaseEvent e) => e switch
    {
        CaseEvent.CompanyRegistered => CaseLabels.Of(Step.CompanyRegistration),
        CaseEvent.ProjectRegistered => CaseLabels.Of(Step.ProjectRegistration),
        CaseEvent.ClaimSubmitted => CaseLabels.Of(Step.Claim),
        CaseEvent.CorrectionAnswered x => $"補正({x.Number}回目)の回答",
        _ => throw new ArgumentException($"{e?.GetType().Name} takes in no filing.", nameof(e)),
    };

    /// <summary>When and how something was received.</summary>
    public static string Received(Receipt receipt)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        return receipt.Match(
            electronic => $"{JapaneseDate.Full(electronic.ReceivedAt)}",
            post => $"郵送(消印{JapaneseDate.Full(post.Postmark)}、到着{JapaneseDate.Full(post.Arrived)})");
    }

    private static string SideOf(ContactConfirmation confirmation) =>
        confirmation.Side == ContactSide.Old ? "今までのEメールアドレス" : "新しいEメールアドレス";
}
