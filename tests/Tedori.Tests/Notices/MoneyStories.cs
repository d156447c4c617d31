using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Payments;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Notices;

/// <summary>The money of a grant as companies are told of it; under an edition that pays through lists.</summary>
internal static class MoneyStories
{
    private static readonly PaymentListId List = PaymentListId.Parse("p2026-0001");

    private static readonly CaseEvent[] Invoiced = [.. Story.Granted, At("2026-03-20T10:00:00", Invoice)];

    private static readonly CaseEvent[] Listed =
    [
        .. Invoiced, At("2026-03-23T10:00:00", new PaymentEvent.InvoiceConfirmed(1, "ito")),
        At("2026-04-01T10:00:00", new PaymentEvent.Listed(List, 1, 200_000, "ito")),
    ];

    private static readonly CaseEvent[] Ordered = [.. Listed, At("2026-04-02T10:00:00", Order)];

    private static readonly CaseEvent[] Paid = [.. Ordered, At("2026-04-13T10:00:00", Made)];

    private static readonly CaseEvent[] Revoked = [.. Paid, At("2026-06-01T10:00:00", Revocation)];

    /// <summary>Title, what was before, and what is told.</summary>
    public static readonly (string Title, CaseEvent[] Before, CaseEvent Event)[] Told =
    [
        ("奨励金の請求: 受付", Story.Granted, At("2026-03-20T10:00:00", Invoice)),
        ("奨励金の請求: 郵送の受付", Story.Granted, At("2026-03-20T10:00:00", Invoice with
        {
            Receipt = new Receipt.Post(Tokyo.Day("2026-03-19"), Tokyo.Day("2026-03-20"), "簡易書留", null),
        })),
        ("奨励金の請求: 差戻し", Invoiced, At("2026-03-23T10:00:00", new PaymentEvent.InvoiceReturned(1, "通帳の写しが読み取れません。", "ito"))),
        ("奨励金の請求: 督促", Story.Granted, At("2026-04-02T09:00:00", new PaymentEvent.InvoiceReminded(10))),
        ("奨励金の請求: 期限徒過", Story.Granted, At("2026-05-30T00:00:00", new PaymentEvent.InvoiceLapsed(Tokyo.Day("2026-05-20")))),
        ("振込の手配: 支払一覧", Listed, At("2026-04-02T10:00:00", Order)),
        ("振込の完了", Ordered, At("2026-04-13T10:00:00", Made)),
        ("振込不能", Ordered, At("2026-04-13T10:00:00", new PaymentEvent.Failed(List, 1, 200_000, Tokyo.Day("2026-04-10"), "該当する口座がありません"))),
        ("組戻し", Paid, At("2026-04-15T10:00:00", new PaymentEvent.SentBack(List, 1, 200_000, Tokyo.Day("2026-04-14"), "口座の解約"))),
        ("支給決定の取消し: 返還の請求", Paid, At("2026-06-01T10:00:00", Revocation)),
        ("支給決定の取消し: 支払の前の一部", Story.Granted, At("2026-06-01T10:00:00", Revocation with { Yen = 50_000, Claim = null })),
        ("返還金の入金: 一部", Revoked, At("2026-06-10T15:00:00", new PaymentEvent.Refunded("r1", Tokyo.Day("2026-06-10"), 150_000, 0, "ito"))),
        ("返還金の入金: 全部", [.. Revoked, At("2026-06-10T15:00:00", new PaymentEvent.Refunded("r1", Tokyo.Day("2026-06-10"), 150_000, 0, "ito"))],
            At("2026-06-29T15:00:00", new PaymentEvent.Refunded("r2", Tokyo.Day("2026-06-29"), 50_000, 4_000, "ito"))),
    ];

    /// <summary>One of each thing that happens to money.</summary>
    public static IEnumerable<PaymentEvent> Events => Told.SelectMany(t => t.Before.Append(t.Event))
        .OfType<CaseEvent.MoneyMoved>().Select(m => m.What)
        .Append(new PaymentEvent.Unlisted(List, 1, 200_000, "口座の確認中", "ito")).DistinctBy(e => e.GetType());

    private static PaymentEvent.InvoiceFiled Invoice => new(
        1, "invoice", new Receipt.Electronic(Tokyo.At("2026-03-20T10:00:00")), [Sample.File("通帳.pdf")],
        new("f1", "****567", NameDiffers: false), 200_000);

    private static PaymentEvent.Ordered Order => new(List, 1, 200_000, Tokyo.Day("2026-04-10"), Sample.Two);

    private static PaymentEvent.Made Made => new(List, 1, 200_000, Tokyo.Day("2026-04-10"));

    private static PaymentEvent.Revoked Revocation => new(
        200_000, "申請の内容に虚偽があったため。", Tokyo.Day("2026-05-20"),
        new(200_000, Tokyo.Day("2026-04-10"), Tokyo.Day("2026-06-29")), "8東し企働第1号", Sample.Two);

    private static CaseEvent.MoneyMoved At(string tokyo, PaymentEvent what) => new(Tokyo.At(tokyo), what);
}
