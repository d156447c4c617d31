using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;
using Tedori.Programme.Payments;
using Tedori.Programme.Serialization;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Payments;

/// <summary>A grant of 200,000 yen of 2026-03-18 and what is asked of its money; times are Asia/Tokyo.</summary>
internal sealed class MoneySpec
{
    public static readonly PaymentListId First = PaymentListId.Parse("p2026-0001");
    public static readonly PaymentListId Second = PaymentListId.Parse("p2026-0002");
    public static readonly AccountRef Account = new("f1", "****567", NameDiffers: false);

    private PaymentDecision? last;

    public Edition Edition { get; init; } = Sample.Paying;

    public PaymentState State { get; private set; } = PaymentEvolution.Granted(200_000, Tokyo.Day("2026-03-18"));

    public static MoneySpec Granted() => new();

    public static MoneySpec Invoiced() => Granted().When(Invoice("2026-03-20T10:00:00"));

    public static MoneySpec Confirmed() =>
        Invoiced().When(new PaymentCommand.ConfirmInvoice(Tokyo.At("2026-03-23T10:00:00"), 1, "ito"));

    public static MoneySpec Listed() =>
        Confirmed().When(new PaymentCommand.Enlist(Tokyo.At("2026-04-01T10:00:00"), First, "ito"));

    public static MoneySpec Ordered() =>
        Listed().When(new PaymentCommand.Order(Tokyo.At("2026-04-02T10:00:00"), First, Tokyo.Day("2026-04-10"), Sample.Two));

    public static MoneySpec Paid() => Ordered().When(Book(TransferEnd.Paid, "2026-04-10"));

    public static MoneySpec Revoked() => Paid().When(Revoke("2026-06-01T10:00:00", 200_000));

    public static PaymentCommand.FileInvoice Invoice(string at, string key = "invoice", long yen = 200_000) => new(
        Tokyo.At(at), key, new Receipt.Electronic(Tokyo.At(at)), [Sample.File("通帳.pdf")], Account, yen);

    public static PaymentCommand.Book Book(
        TransferEnd end, string on, PaymentListId? list = null, int attempt = 1, string? reason = "口座なし") => new(
        Tokyo.At("2026-04-13T10:00:00"), list ?? First, attempt, end, Tokyo.Day(on), end == TransferEnd.Paid ? null : reason);

    public static PaymentCommand.Revoke Revoke(string at, long yen) =>
        new(Tokyo.At(at), yen, "虚偽の申請", Tokyo.Day("2026-05-20"), "8東し企働第1号", Sample.Two);

    public static PaymentCommand.BookRefund Refund(string on, long yen, string key = "r1") =>
        new(Tokyo.At($"{on}T15:00:00"), key, yen, Tokyo.Day(on), "ito");

    public MoneySpec When(PaymentCommand command)
    {
        last = PaymentDecider.Decide(Edition, State, command);
        var on = JapanTime.DateOf(command.At);
        State = last.Events.Aggregate(State, (s, e) => PaymentEvolution.Evolve(s, e, on));
        return this;
    }

    /// <summary>Exactly these events, compared as they are stored.</summary>
    public MoneySpec Then(params PaymentEvent[] expected)
    {
        Assert.Null(last!.Refusal);
        Assert.Equal(expected.Select(TedoriJson.Write), last.Events.Select(TedoriJson.Write));
        return this;
    }

    public MoneySpec ThenNothing() => Then();

    public Refusal ThenRefused(string code)
    {
        Assert.Equal(code, last!.Refusal?.Code);
        Assert.Empty(last.Events);
        Assert.EndsWith("。", last.Refusal!.Text, StringComparison.Ordinal);
        return last.Refusal;
    }

    public MoneySpec Holds(LedgerAccount account, long yen)
    {
        Assert.Equal(yen, State.Balances[account]);
        return this;
    }
}
