using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Payments;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Cases.Paths;

/// <summary>What may be asked of the money of a grant at an instant: each command as it should be, and with its faults.</summary>
internal static class MoneyInputs
{
    private static readonly PaymentListId List = PaymentListId.Parse("p2026-0001");
    private static readonly PaymentListId Other = PaymentListId.Parse("p2026-0002");

    private static Instant BeforeTheCalendarEnds => Tokyo.At($"{Sample.R7.Calendar.Years.Max()}-12-20T10:00:00");

    public static IEnumerable<CaseCommand> Of(CaseState s, Instant at) =>
    [
        .. Asked(s, at).Select(c => new CaseCommand.MoveMoney(c)), new CaseCommand.PassTime(at),
        new CaseCommand.ReleasePayment(at, Sample.Two),
    ];

    private static IEnumerable<PaymentCommand> Asked(CaseState s, Instant at)
    {
        var (number, open) = (s.Money?.Invoice?.Number ?? 1, s.Money?.OpenYen ?? s.GrantYen ?? 0);
        var today = JapanTime.DateOf(at);
        return
        [
            Invoice(at, $"k{number}", open, false), Invoice(at, $"d{number}", open, true), Invoice(at, "less", 1, false),
            new PaymentCommand.ReturnInvoice(at, number, "口座が違う", "ito"), new PaymentCommand.ReturnInvoice(at, number, "", "ito"),
            new PaymentCommand.ConfirmInvoice(at, number, "ito"), new PaymentCommand.ConfirmInvoice(at, number, "ito", "屋号の口座"),
            new PaymentCommand.ConfirmInvoice(at, 99, "ito"),
            new PaymentCommand.Enlist(at, List, "ito"), new PaymentCommand.Enlist(at, Other, "ito"),
            new PaymentCommand.Unlist(at, List, "口座の確認中", "ito"), new PaymentCommand.Unlist(at, List, "", "ito"),
            new PaymentCommand.Order(at, List, today, Sample.Two), new PaymentCommand.Order(at, List, today, Sample.Alone),
            .. Booked(s, at, today),
            .. ((long[])[0, 50_000, s.GrantYen ?? 0]).Select(yen => Revoke(at, yen, today)),
            Revoke(at, 1, today.PlusDays(1)), Revoke(at, 1, today) with { Reason = "" }, Revoke(at, 1, today) with { Signed = Sample.Alone },
            Revoke(BeforeTheCalendarEnds, 1, today),
            new PaymentCommand.BookRefund(at, "r1", 10_000, today, "ito"), new PaymentCommand.BookRefund(at, "r1", 20_000, today, "ito"),
            new PaymentCommand.BookRefund(at, "r2", 5_000_000, today, "ito"),
            new PaymentCommand.BookRefund(at, "r3", 1, today.PlusDays(1), "ito"),
            new PaymentCommand.PassTime(at),
        ];
    }

    private static IEnumerable<PaymentCommand> Booked(CaseState s, Instant at, LocalDate today)
    {
        var attempt = Math.Max(1, s.Money?.Attempts.Count ?? 1);
        foreach (var end in Enum.GetValues<TransferEnd>())
        {
            yield return new PaymentCommand.Book(at, List, attempt, end, today, "口座なし");
            yield return new PaymentCommand.Book(at, List, attempt, end, today, "");
            yield return new PaymentCommand.Book(at, List, attempt, end, today.PlusDays(1), "口座なし");
        }
    }

    private static PaymentCommand.FileInvoice Invoice(Instant at, string key, long yen, bool differs) =>
        new(at, key, new Receipt.Electronic(at), [], new("f1", "****567", differs), yen);

    private static PaymentCommand.Revoke Revoke(Instant at, long yen, LocalDate heard) =>
        new(at, yen, "虚偽の申請", heard, "8東し企働第1号", Sample.Two);
}
