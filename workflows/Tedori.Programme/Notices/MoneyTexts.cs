using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Grants;
using Tedori.Programme.Payments;

namespace Tedori.Programme.Notices;

/// <summary>What is told of the money: the invoice, the transfer, and what is claimed back.</summary>
internal static class MoneyTexts
{
    private const string CallUs = "事務局へご連絡ください。";
    private const string Nothing = "お手続きは不要です。";

    /// <summary>The kind of notice of what happened to the money, or null where the company is told nothing.</summary>
    public static NoticeKind? KindOf(PaymentEvent e) => e switch
    {
        PaymentEvent.InvoiceFiled => NoticeKind.InvoiceReceived,
        PaymentEvent.InvoiceReturned => NoticeKind.InvoiceReturned,
        PaymentEvent.InvoiceReminded => NoticeKind.InvoiceReminder,
        PaymentEvent.InvoiceLapsed => NoticeKind.InvoiceLapsed,
        PaymentEvent.InvoiceConfirmed or PaymentEvent.Listed or PaymentEvent.Unlisted => null,
        PaymentEvent.Ordered => NoticeKind.PaymentReleased,
        PaymentEvent.Made => NoticeKind.PaymentMade,
        PaymentEvent.Failed or PaymentEvent.SentBack => NoticeKind.PaymentFailed,
        PaymentEvent.Revoked => NoticeKind.GrantRevoked,
        PaymentEvent.Refunded => NoticeKind.RefundReceived,
        _ => throw new InvalidOperationException($"Unknown event {e.GetType().Name}."),
    };

    public static NoticeText Of(Edition edition, CaseState s, CaseEvent.MoneyMoved moved) => moved.What switch
    {
        PaymentEvent.InvoiceFiled x => new("奨励金の請求を受け付けました", [Received(x)],
            [
                NoticeFact.Of("請求額", GrantCalculation.Yen(x.Yen)), NoticeFact.Of("振込先の口座番号", x.Account.Shown),
                NoticeFact.Of("口座が違う場合", CallUs),
            ]),
        PaymentEvent.InvoiceReturned x => new("請求書の内容をご確認ください",
            ["提出された請求書をお返しします。次の点をご確認のうえ、もう一度請求してください。"],
            [NoticeFact.Of("ご確認いただく点", x.Reason)]),
        PaymentEvent.InvoiceReminded => new("奨励金の請求をお待ちしています",
            ["支給を決定した奨励金の請求書が、まだ届いていません。", "行き違いで提出済みの場合はご容赦ください。"],
            [NoticeFact.Of("請求できる額", GrantCalculation.Yen(s.Money!.OpenYen))]),
        PaymentEvent.InvoiceLapsed x => new("期限までに請求がなく、支払の手続きを終了しました",
            [$"請求の期限({JapaneseDate.Full(x.LastDay)})までに請求書を確認できませんでした。"],
            [NoticeFact.Of("期限当日までの消印で郵送された場合", CallUs)]),
        PaymentEvent.Ordered x => new("奨励金の振込を手配しました", ["ご請求いただいた奨励金を、ご指定の口座に振り込む手続きをしました。"],
            [
                NoticeFact.Of("振込額", GrantCalculation.Yen(x.Yen)), NoticeFact.Of("振込の予定日", JapaneseDate.Full(x.On)),
                NoticeFact.Of("予定日に入金を確認できない場合", CallUs),
            ]),
        PaymentEvent.Made x => new("奨励金を振り込みました", ["ご請求いただいた奨励金を、ご指定の口座に振り込みました。"],
            [
                NoticeFact.Of("振込額", GrantCalculation.Yen(x.Yen)), NoticeFact.Of("振込日", JapaneseDate.Full(x.On)),
                NoticeFact.Of("入金を確認できない場合", CallUs),
            ]),
        PaymentEvent.Failed x => Failed(x.On, x.Reason),
        PaymentEvent.SentBack x => Failed(x.On, x.Reason),
        PaymentEvent.Revoked x => Revoked(edition, s, x, moved.At),
        PaymentEvent.Refunded x => Refunded(edition, s, x),
        _ => throw new InvalidOperationException($"{moved.What.GetType().Name} is not told to the company."),
    };

    /// <summary>What comes next for the money; null where the case has none that moves through lists.</summary>
    public static NoticeNext? Next(Edition edition, CaseState s)
    {
        if (CasePayments.Of(edition, s) is not { } money)
            return null;
        if (money.Claim is { } claim && RefundBalance.Of(edition.Payment!, money, money.LastRefund ?? claim.PaidOn).Yen > 0)
            return Owed(money, claim);
        if (money.AsksInvoice)
            return Ask(edition, money);
        return new(Nothing + (money switch
        {
            { Claim: not null } => "返還の手続きは終わりました。",
            { LapsedOn: not null } => "この支給決定による支払は終了しました。",
            { OpenYen: 0, PaidYen: 0 } => "この支給決定による支払はありません。",
            { Standing.Stage: AttemptStage.Made } => "奨励金の支払は終わりました。",
            { Standing.Stage: AttemptStage.Ordered } => "奨励金の振込を手配しました。",
            _ => "請求の内容を確認した後、振込の予定日をお知らせします。",
        }));
    }

    private static NoticeNext Ask(Edition edition, PaymentState money)
    {
        var again = money.Attempts.Count > 0;
        if (PaymentSchedule.InvoiceEnd(edition, edition.Payment!, money) is not { } cutoff)
        {
            return new(again
                ? "マイページで、振込先の口座を確かめて、もう一度奨励金を請求してください。"
                : "マイページで、奨励金を請求してください。");
        }

        var when = JapaneseDate.Full(cutoff.Date);
        return new(
            again ? $"{when}までに、振込先の口座を確かめて、もう一度奨励金を請求してください。" : $"{when}までに、奨励金を請求してください。",
            NextTexts.Table(edition, cutoff, "請求がない場合、奨励金は支払われません。間に合わないときは、期限の前に事務局へご連絡ください。"));
    }

    private static NoticeNext Owed(PaymentState money, RefundClaim claim) => new(
        money.OwedYen > 0
            ? $"{JapaneseDate.Full(claim.Due)}までに、{GrantCalculation.Yen(money.OwedYen)}を返還してください。"
            : "加算金等を納付してください。",
        [NoticeFact.Of("返還の期限", JapaneseDate.Full(claim.Due)), NoticeFact.Of("納付の方法", "事務局からご連絡します。")]);

    private static string Received(PaymentEvent.InvoiceFiled x) => x.Receipt.Match(
        e => $"{JapaneseDate.Full(e.ReceivedAt)}に、奨励金の請求書を受け付けました。",
        p => $"{JapaneseDate.Full(p.Postmark)}の消印の、奨励金の請求書を受け付けました。");

    private static NoticeText Failed(LocalDate on, string reason) => new("奨励金を振り込めませんでした",
        [$"{JapaneseDate.Full(on)}に、ご指定の口座へ振り込めないと金融機関から連絡がありました。", "お支払いする額は変わりません。"],
        [NoticeFact.Of(NoticeLabels.Reason, reason)]);

    private static NoticeText Revoked(Edition edition, CaseState s, PaymentEvent.Revoked x, Instant at)
    {
        var (subject, sentence) = x.Yen == s.GrantYen
            ? ("奨励金の支給決定を取り消しました", "奨励金の支給決定を取り消すことを決定しました。")
            : ("奨励金の支給決定の一部を取り消しました", "奨励金の支給決定の一部を取り消すことを決定しました。");
        return new(subject, [sentence],
        [
            .. DecisionLetter.Head(x.Document, at), NoticeFact.Of("取り消した額", GrantCalculation.Yen(x.Yen)),
            NoticeFact.Of(NoticeLabels.Reason, x.Reason), NoticeFact.Of("お話を伺った日", JapaneseDate.Full(x.HeardOn)),
            .. x.Claim is { } claim ? Claimed(edition.Payment!.Charges, claim) : [],
            .. DecisionTexts.Appeal(edition), .. DecisionLetter.Foot(edition),
        ]);
    }

    private static IEnumerable<NoticeFact> Claimed(ChargeRules rules, RefundClaim claim)
    {
        yield return NoticeFact.Of("返還する額", GrantCalculation.Yen(claim.Principal));
        yield return NoticeFact.Of("違約加算金",
            $"支払の日({JapaneseDate.Full(claim.PaidOn)})から返還の日までの日数に応じ、年{Percent(rules.SurchargeBasisPoints)}%の額です。");
        yield return NoticeFact.Of("延滞金",
            $"返還の期限の翌日から返還の日までの日数に応じ、年{Percent(rules.LateBasisPoints)}%の額です。");
    }

    private static string Percent(int basisPoints) =>
        (basisPoints / 100m).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);

    private static NoticeText Refunded(Edition edition, CaseState s, PaymentEvent.Refunded x)
    {
        var left = RefundBalance.Of(edition.Payment!, s.Money!, x.On);
        return new("返還金の入金を確認しました", [$"{JapaneseDate.Full(x.On)}に、返還金の入金を確認しました。"],
        [
            NoticeFact.Of("入金額", GrantCalculation.Yen(x.Principal + x.Charges)),
            NoticeFact.Of("残りの返還額", GrantCalculation.Yen(left.Principal)),
            NoticeFact.Of("残りの加算金等", GrantCalculation.Yen(left.Charges)),
        ]);
    }
}
