using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Grants;

namespace Tedori.Pages.Staff.Review;

/// <summary>What happened to a case, in one short Japanese sentence, for a colleague whose form is out of date.</summary>
public static class ChangeWords
{
    /// <summary>The sentence of an event.</summary>
    public static string Of(CaseEvent e) => e switch
    {
        CaseEvent.Entered => "事前エントリーを受け付けました",
        CaseEvent.Won x => $"当選しました(抽選順位{x.Rank}位)",
        CaseEvent.Lost x => $"落選しました(抽選順位{x.Rank}位)",
        CaseEvent.Excluded => "抽選の対象外になりました",
        CaseEvent.CompanyRegistered => "企業情報の登録を受け付けました",
        CaseEvent.CorrectionRequested x => $"補正({x.Correction.Number}回目)を依頼しました",
        CaseEvent.CorrectionAnswered x => $"補正({x.Number}回目)の回答を受け付けました",
        CaseEvent.CorrectionWithdrawn x => $"補正({x.Number}回目)の依頼を取り下げました",
        CaseEvent.EligibilityPassed => "申請要件の審査を通過としました",
        CaseEvent.EligibilityFailed => "申請要件の審査を不通過としました",
        CaseEvent.VisitRecorded x => $"{x.Number}回目の専門家派遣({JapaneseDate.Full(x.Date)})を登録しました",
        CaseEvent.ProjectRegistered => "奨励金対象事業の登録を受け付けました",
        CaseEvent.ImplementationEnded => "取組期限が過ぎました",
        CaseEvent.ClaimSubmitted => "支給申請を受け付けました",
        CaseEvent.GrantDecided x => $"{GrantCalculation.Yen(x.Yen)}の支給を決定しました",
        CaseEvent.GrantRefused => "不支給を決定しました",
        CaseEvent.PaymentReleased x => $"{GrantCalculation.Yen(x.Yen)}の支払を承認しました",
        CaseEvent.NoticeRepeated x => $"通知「{x.Subject}」を再送しました",
        CaseEvent.Declined => "辞退を受け付けました",
        CaseEvent.Retracted => "撤回を受け付けました",
        CaseEvent.Abandoned => "中止を受け付けました",
        CaseEvent.CutoffExtended x => $"「{CaseWords.Of(x.Of)}」の期限を{JapaneseDate.Full(x.Date)}に延長しました",
        CaseEvent.ReminderFellDue x => $"「{CaseWords.Of(x.Of)}」の督促を送りました",
        CaseEvent.Lapsed x => $"「{CaseWords.Of(x.In)}」の期限を過ぎ、終結しました",
        CaseEvent.Reinstated x => $"終結を取り消し、「{CaseWords.Of(x.To)}」に戻しました",
        _ => throw new InvalidOperationException($"Unknown event {e.GetType().Name}."),
    };
}
