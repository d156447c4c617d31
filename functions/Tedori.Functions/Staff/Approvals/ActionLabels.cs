using Tedori.Programme.Approvals;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;

namespace Tedori.Functions.Staff.Approvals;

/// <summary>A proposed action in a few Japanese words.</summary>
public static class ActionLabels
{
    /// <summary>The words.</summary>
    public static string Of(ProposedAction action) => action switch
    {
        ProposedAction.ReleaseResult a => $"第{a.Round.Number}回の抽選結果の公表",
        ProposedAction.AnnounceThrow a => $"第{a.Round.Number}回の立会抽選の予告({JapaneseDate.Full(a.Due)})",
        ProposedAction.Promote a => $"第{a.Round.Number}回の繰上当選",
        ProposedAction.DrawAgain a => $"第{a.Round.Number}回の再抽選",
        ProposedAction.PassEligibility a => $"{a.Case} 通過決定",
        ProposedAction.FailEligibility a => $"{a.Case} 不通過決定",
        ProposedAction.GrantClaim a => $"{a.Case} 支給決定",
        ProposedAction.RefuseClaim a => $"{a.Case} 不支給決定",
        ProposedAction.ExtendCase a => $"{a.Case} 「{CaseLabels.Of(a.Step)}」の期限を{JapaneseDate.Full(a.Date)}に延長",
        ProposedAction.ExtendRound a =>
            $"第{a.Round.Number}回 「{CaseLabels.Of(a.Step)}」の期限を{JapaneseDate.Full(a.Date)}に延長",
        ProposedAction.ReleasePayment a => $"{a.Case} 支払の承認",
        ProposedAction.RevokeLinks a => $"{a.Case} リンクの無効化",
        ProposedAction.ReplaceContact a => $"{a.Case} 連絡先を{a.Contact.Name}({a.Contact.Email})に変更",
        ProposedAction.ChangeClosedDay a => $"{JapaneseDate.Full(a.Date)}を{(a.Closed ? $"閉庁日({a.Name})" : "開庁日")}に変更",
        ProposedAction.CarryPlaces a => $"第{a.From}回の{a.Count}社分を第{a.Round.Number}回に追加",
        ProposedAction.JudgeAttempt a => $"{a.Case} メールを期限内の提出と{(a.Accepted ? "認定" : "認定しない")}",
        ProposedAction.FilePost a => $"{a.Case} 消印を{JapaneseDate.Full(a.Receipt.Postmark)}と認定",
        ProposedAction.SettleLot a => $"第{a.Round.Number}回の名簿番号{a.Lot}の担当者を{a.Answers}とする",
        ProposedAction.JoinEntries { Joined: true } a => $"{a.First}と{a.Second}を同じ企業とする",
        ProposedAction.JoinEntries a => $"{a.First}と{a.Second}を別の企業とする",
        ProposedAction.MoveWindow a => $"第{a.Round.Number}回の事前エントリーの締切を{JapaneseDate.Full(a.Closes)}に延長",
        ProposedAction.DeclareOutage a =>
            $"{JapaneseDate.Full(a.From)}から{JapaneseDate.Full(a.Until)}までのシステムの障害の届出",
        ProposedAction.RepeatNotice a => $"{a.Original.CaseId} {(a.To is { } to ? $"「{to}」へ" : "リンクを替えて")}再通知",
        _ => throw new InvalidOperationException($"Unknown action {action.GetType().Name}."),
    };
}
