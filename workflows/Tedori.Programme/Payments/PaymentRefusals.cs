using System.Globalization;
using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;

namespace Tedori.Programme.Payments;

/// <summary>Every refusal of the money of a grant, with its stable code.</summary>
public static class PaymentRefusals
{
    /// <summary>Nothing is to be paid: it was paid, or its decision was revoked.</summary>
    public static readonly Refusal NothingOpen =
        new("nothingOpen", "お支払いする奨励金はありません(支払済み又は取消し)。マイページで状況をご確認ください。");

    /// <summary>The invoice was found right; staff can still send it back.</summary>
    public static readonly Refusal InvoiceSettled = new("invoiceSettled",
        "請求書は事務局が確認済みです。口座などを直す必要があるときは、事務局へご連絡ください。");

    /// <summary>The holder is named otherwise than the company, and nobody said why that is right.</summary>
    public static readonly Refusal NameDiffers = new("accountNameDiffers",
        "口座名義が企業名と一致しません。通帳の写しを確かめ、この口座でよい理由を入力するか、請求書を差し戻してください。");

    /// <summary>Only a confirmed invoice goes into a list.</summary>
    public static readonly Refusal NotInvoiced = new("notInvoiced",
        "確認済みの請求書がないため、支払一覧に載せられません。請求書を確認してから載せてください。");

    /// <summary>A reason is needed.</summary>
    public static readonly Refusal ReasonMissing = new("paymentReasonMissing", "理由が入力されていません。理由を入力してください。");

    /// <summary>The money was claimed back: what comes in is booked there.</summary>
    public static readonly Refusal ClaimedBack = new("claimedBack",
        "この支払は返還を請求しています。戻ってきた額は、返還金の入金として登録してください。");

    /// <summary>Nothing is claimed back.</summary>
    public static readonly Refusal NothingClaimed = new("nothingClaimed", "返還を請求していないため、入金を登録できません。");

    /// <summary>Another amount or date was booked under the same key.</summary>
    public static readonly Refusal OtherRefund = new("otherRefund",
        "同じ入金が、別の額又は日付で登録されています。返還の記録を確かめてください。");

    /// <summary>The calendar does not reach to the due date.</summary>
    public static readonly Refusal CalendarEnds = new("calendarEnds",
        "返還の期限まで休日表が登録されていません。年度の設定に祝日を追加してから、もう一度行ってください。");

    /// <summary>The time for the invoice is over.</summary>
    public static Refusal InvoiceLapsed(LocalDate lastDay) => new("invoiceLapsed",
        $"請求の期限({JapaneseDate.Full(lastDay)})までに請求書が提出されなかったため、この支給決定による支払は終了しました。");

    /// <summary>The invoice came after its last day.</summary>
    public static Refusal InvoiceLate(Cutoff cutoff)
    {
        ArgumentNullException.ThrowIfNull(cutoff);
        return new("invoiceLate", $"請求の期限を過ぎたため受理できません。{cutoff.Explanation}");
    }

    /// <summary>The confirmed amount is not the one that is open.</summary>
    public static Refusal OtherAmount(long stated, long open) => new("invoiceAmount", string.Create(
        CultureInfo.InvariantCulture, $"請求額({stated:N0}円)が、お支払いする額({open:N0}円)と異なります。画面を開き直して額をご確認ください。"));

    /// <summary>There is no such invoice to look at.</summary>
    public static Refusal NoSuchInvoice(int number) => new("noSuchInvoice", string.Create(
        CultureInfo.InvariantCulture, $"{number}件目の請求書は、確認を待っていません。画面を開き直して、最新の請求書を確かめてください。"));

    /// <summary>The payment is in a list already.</summary>
    public static Refusal AlreadyListed(PaymentListId list) => new("alreadyListed",
        $"この支払は支払一覧({PaymentLabels.Of(list)})に載っています。直すときは、先にその一覧から外してください。");

    /// <summary>The bank was told already.</summary>
    public static Refusal AlreadyOrdered(PaymentListId list) => new("alreadyOrdered",
        $"支払一覧({PaymentLabels.Of(list)})は承認済みで、銀行への振込データを作成しています。結果を登録するまで変更できません。");

    /// <summary>The payment is not in this list.</summary>
    public static Refusal NotInList(PaymentListId list) => new("notInList", $"この支払は支払一覧({PaymentLabels.Of(list)})に載っていません。");

    /// <summary>The list was not released.</summary>
    public static Refusal NotOrdered(PaymentListId list) => new("notOrdered",
        $"支払一覧({PaymentLabels.Of(list)})はまだ承認されていないため、振込の結果を登録できません。");

    /// <summary>Another end was booked.</summary>
    public static Refusal AlreadyBooked(PaymentAttempt attempt)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        var on = attempt.On is { } date ? $"({JapaneseDate.Full(date)})" : "";
        return new("alreadyBooked",
            $"支払一覧({PaymentLabels.Of(attempt.List)})のこの振込は、既に「{PaymentLabels.Of(attempt.Stage)}」{on}と登録されています。銀行の結果を確かめてください。");
    }

    /// <summary>A date that cannot be.</summary>
    public static Refusal DateNotUsable(LocalDate date) => new("paymentDate",
        $"{JapaneseDate.Full(date)}は使えません。今日までの、前の手続きより後の日付を入力してください。");

    /// <summary>A transfer is on its way.</summary>
    public static Refusal OnItsWay(PaymentListId list) => new("onItsWay",
        $"支払一覧({PaymentLabels.Of(list)})で振込の手続き中です。一覧から外すか、振込の結果を登録してから、取消しを行ってください。");

    /// <summary>The decision was revoked already.</summary>
    public static Refusal AlreadyRevoked(long yen) => new("alreadyRevoked", string.Create(
        CultureInfo.InvariantCulture, $"この支給決定は、既に{yen:N0}円を取り消しています。"));

    /// <summary>An amount that cannot be revoked.</summary>
    public static Refusal RevokedAmount(long most) => new("revokedAmount", string.Create(
        CultureInfo.InvariantCulture, $"取り消す額は1円以上{most:N0}円以下で入力してください。"));

    /// <summary>More than is owed, or nothing.</summary>
    public static Refusal RefundAmount(long principal, long charges) => new("refundAmount", string.Create(
        CultureInfo.InvariantCulture,
        $"その日の返還金の残高は{principal + charges:N0}円です(返還額{principal:N0}円、加算金等{charges:N0}円)。1円以上、残高以下の額を入力してください。"));
}
