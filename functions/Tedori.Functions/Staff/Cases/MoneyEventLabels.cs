using Tedori.Programme.Calendar;
using Tedori.Programme.Grants;
using Tedori.Programme.Payments;

namespace Tedori.Functions.Staff.Cases;

/// <summary>What happened to the money of a grant, in the office's words. Of an account nothing but its last digits.</summary>
public static class MoneyEventLabels
{
    /// <summary>What happened, in a few words.</summary>
    public static string Title(PaymentEvent e) => e switch
    {
        PaymentEvent.InvoiceFiled => "奨励金の請求を受け付け",
        PaymentEvent.InvoiceReturned => "請求書を差戻し",
        PaymentEvent.InvoiceConfirmed => "請求書を確認",
        PaymentEvent.InvoiceReminded => "請求の督促の時期",
        PaymentEvent.InvoiceLapsed => "請求の期限徒過により支払を終了",
        PaymentEvent.Listed => "支払一覧に登載",
        PaymentEvent.Unlisted => "支払一覧から除外",
        PaymentEvent.Ordered => "支払を承認、振込を手配",
        PaymentEvent.Made => "振込済み",
        PaymentEvent.Failed => "振込不能",
        PaymentEvent.SentBack => "組戻し",
        PaymentEvent.Revoked => "支給決定を取消し",
        PaymentEvent.Refunded => "返還金の入金",
        _ => throw new InvalidOperationException($"There are no words for {e?.GetType().Name}."),
    };

    /// <summary>The particulars, one a line.</summary>
    public static IReadOnlyList<string> Details(PaymentEvent e) => e switch
    {
        PaymentEvent.InvoiceFiled x =>
        [
            $"{x.Number}件目、{GrantCalculation.Yen(x.Yen)}、{CaseEventLabels.Receipt(x.Receipt)}、書類{x.Files.Count}件",
            $"口座番号 {x.Account.Shown}{(x.Account.NameDiffers ? "、名義が企業名と一致しません" : "")}",
        ],
        PaymentEvent.InvoiceReturned x => [$"{x.Number}件目、{x.By}が差戻し", $"理由: {x.Reason}"],
        PaymentEvent.InvoiceConfirmed x =>
            [$"{x.Number}件目、{x.By}が確認", .. x.Reason is { } reason ? [$"名義が異なる口座でよい理由: {reason}"] : Array.Empty<string>()],
        PaymentEvent.InvoiceReminded x => [$"{x.BusinessDays}営業日後"],
        PaymentEvent.InvoiceLapsed x => [$"期限 {JapaneseDate.Full(x.LastDay)}"],
        PaymentEvent.Listed x => [$"{Of(x.List, x.Attempt, x.Yen)}、{x.By}が登載"],
        PaymentEvent.Unlisted x => [$"{Of(x.List, x.Attempt, x.Yen)}、{x.By}が除外", $"理由: {x.Reason}"],
        PaymentEvent.Ordered x =>
        [
            $"{Of(x.List, x.Attempt, x.Yen)}、振込指定日 {JapaneseDate.Full(x.On)}",
            $"起案 {x.Signed.Proposer.Name}、承認 {x.Signed.Approver.Name}",
        ],
        PaymentEvent.Made x => [$"{Of(x.List, x.Attempt, x.Yen)}、{JapaneseDate.Full(x.On)}"],
        PaymentEvent.Failed x => [$"{Of(x.List, x.Attempt, x.Yen)}、{JapaneseDate.Full(x.On)}", $"理由: {x.Reason}"],
        PaymentEvent.SentBack x => [$"{Of(x.List, x.Attempt, x.Yen)}、{JapaneseDate.Full(x.On)}", $"理由: {x.Reason}"],
        PaymentEvent.Revoked x =>
        [
            $"{GrantCalculation.Yen(x.Yen)}、{x.Document}、起案 {x.Signed.Proposer.Name}、承認 {x.Signed.Approver.Name}",
            $"理由: {x.Reason}",
            .. x.Claim is { } claim
                ? [$"返還 {GrantCalculation.Yen(claim.Principal)}、期限 {JapaneseDate.Full(claim.Due)}"]
                : Array.Empty<string>(),
        ],
        PaymentEvent.Refunded x =>
        [
            $"{JapaneseDate.Full(x.On)}、返還額 {GrantCalculation.Yen(x.Principal)}、加算金等 {GrantCalculation.Yen(x.Charges)}、{x.By}が登録",
        ],
        _ => [],
    };

    private static string Of(Programme.PaymentListId list, int attempt, long yen) =>
        $"支払一覧({PaymentLabels.Of(list)})、{attempt}回目、{GrantCalculation.Yen(yen)}";
}
