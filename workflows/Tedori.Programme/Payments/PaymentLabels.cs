using System.Globalization;

namespace Tedori.Programme.Payments;

/// <summary>How staff and companies read what happens to money, in Japanese.</summary>
public static class PaymentLabels
{
    /// <summary>The number of a list, for example 令和8年度第12号.</summary>
    public static string Of(PaymentListId list) =>
        string.Create(CultureInfo.InvariantCulture, $"令和{list.FiscalYear - 2018}年度第{list.Number}号");

    /// <summary>How far an attempt is.</summary>
    public static string Of(AttemptStage stage) => stage switch
    {
        AttemptStage.Listed => "一覧登載済み",
        AttemptStage.Ordered => "振込手配済み",
        AttemptStage.Made => "振込済み",
        AttemptStage.Failed => "振込不能",
        AttemptStage.SentBack => "組戻し",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "Unknown stage."),
    };

    /// <summary>How far an invoice is.</summary>
    public static string Of(InvoiceStage stage) => stage switch
    {
        InvoiceStage.Filed => "確認待ち",
        InvoiceStage.Returned => "差戻し",
        InvoiceStage.Confirmed => "確認済み",
        InvoiceStage.Void => "再請求が必要",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "Unknown stage."),
    };

    /// <summary>Where money stands.</summary>
    public static string Of(LedgerAccount account) => account switch
    {
        LedgerAccount.Budget => "予算",
        LedgerAccount.Decided => "支給決定済み(請求待ち)",
        LedgerAccount.Invoiced => "請求確認済み",
        LedgerAccount.Listed => "一覧登載済み",
        LedgerAccount.Ordered => "振込手配済み",
        LedgerAccount.Paid => "振込済み",
        LedgerAccount.Claimed => "返還請求中",
        LedgerAccount.Refunded => "返還済み",
        LedgerAccount.Charges => "加算金等",
        LedgerAccount.Companies => "加算金等の相手勘定",
        _ => throw new ArgumentOutOfRangeException(nameof(account), account, "Unknown account."),
    };
}
