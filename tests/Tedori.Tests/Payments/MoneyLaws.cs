using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Payments;
using Tedori.Programme.Serialization;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Payments;

/// <summary>Laws over random fates of the money of a grant. The seed is fixed, so a failure comes again.</summary>
public sealed class MoneyLaws
{
    private const long Grant = 2_300_000;

    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithReplay(20260318, 70001).WithMaxTest(1_000);

    private static readonly Gen<(int Kind, int Hours, int Salt)> Move =
        from kind in Gen.Choose(0, 11)
        from hours in Gen.Choose(0, 300)
        from salt in Gen.Choose(0, 999)
        select (kind, hours, salt);

    [Fact]
    public void Lives_Together_ReachEveryEventAndEveryAccount()
    {
        var lives = new List<Life>();
        Check.One(Fixed, Prop.ForAll(Any.ToArbitrary(), lives.Add));
        Assert.Equal(
            typeof(PaymentEvent).GetNestedTypes().Select(t => t.Name).Order(),
            lives.SelectMany(l => l.Events).Select(e => e.GetType().Name).Distinct().Order());
        Assert.Equal(
            Enum.GetValues<LedgerAccount>(), lives.SelectMany(l => l.State.Balances.Yen.Keys).Distinct().Order());
    }

    [Fact]
    public void Books_InAnyLife_AreRightAfterEveryEvent() => Hold(life =>
    {
        var s = Begun;
        foreach (var (e, on) in life.Events.Zip(life.On))
        {
            s = PaymentEvolution.Evolve(s, e, on);
            if (PaymentBooks.Faults(s).Count > 0)
                return false;
        }

        return true;
    });

    // Told from the events alone, without the state or the ledger.
    [Fact]
    public void Money_InAnyLife_IsNeverPaidTwice_AndNeverMoreComesBackThanWasPaid() => Hold(life =>
    {
        long paid = 0, back = 0;
        PaymentListId? open = null;
        foreach (var e in life.Events)
        {
            if (e is PaymentEvent.Listed && open is not null)
                return false;
            open = e switch
            {
                PaymentEvent.Listed x => x.List,
                PaymentEvent.Unlisted or PaymentEvent.Failed or PaymentEvent.SentBack => null,
                _ => open,
            };
            paid += e is PaymentEvent.Made m ? m.Yen : 0;
            paid -= e is PaymentEvent.SentBack s && Was(life, s) ? s.Yen : 0;
            back += e is PaymentEvent.Refunded r ? r.Principal : 0;
            if (paid > Grant || back > paid)
                return false;
        }

        return paid == life.State.PaidYen && back == life.State.Refunds.Sum(r => r.Principal);
    });

    [Fact]
    public void Commands_Repeated_AreNothing() => Hold(life => life.Repeats == 0);

    [Fact]
    public void EventsAndState_ThroughJson_AreTheSame() => Hold(life =>
    {
        var again = TedoriJson.Read<List<PaymentEvent>>(TedoriJson.Write(life.Events));
        var state = again.Zip(life.On).Aggregate(Begun, (s, x) => PaymentEvolution.Evolve(s, x.First, x.Second));
        var text = TedoriJson.Write(life.State);
        return TedoriJson.Write(state) == text && TedoriJson.Write(TedoriJson.Read<PaymentState>(text)) == text;
    });

    private static PaymentState Begun => PaymentEvolution.Granted(Grant, Tokyo.Day("2026-03-18"));

    private static Gen<Life> Any =>
        from length in Gen.Choose(0, 40)
        from moves in Gen.ListOf(Move, length)
        select Live(moves);

    private static bool Was(Life life, PaymentEvent.SentBack s) =>
        life.Events.OfType<PaymentEvent.Made>().Any(m => (m.List, m.Attempt) == (s.List, s.Attempt));

    private static Life Live(IEnumerable<(int Kind, int Hours, int Salt)> moves)
    {
        var (events, dates, state, repeats) = (new List<PaymentEvent>(), new List<LocalDate>(), Begun, 0);
        var now = Tokyo.At("2026-03-18T16:00:00");
        foreach (var (kind, hours, salt) in moves)
        {
            now += Duration.FromHours(hours);
            foreach (var command in new[] { new PaymentCommand.PassTime(now), Command(state, now, kind, salt) })
            {
                var decided = PaymentDecider.Decide(Sample.Paying, state, command).Events;
                var on = JapanTime.DateOf(now);
                state = decided.Aggregate(state, (s, e) => PaymentEvolution.Evolve(s, e, on));
                events.AddRange(decided);
                dates.AddRange(decided.Select(_ => on));
                repeats += decided.Count > 0 ? PaymentDecider.Decide(Sample.Paying, state, command).Events.Count : 0;
            }
        }

        return new(events, dates, state, repeats);
    }

    private static PaymentCommand Command(PaymentState s, Instant now, int kind, int salt)
    {
        var list = new PaymentListId(2026, 1 + (salt % 5));
        var standing = s.Attempts.Count > 0 ? s.Attempts[^1] : null;
        var today = JapanTime.DateOf(now);
        return kind switch
        {
            0 or 1 => new PaymentCommand.FileInvoice(
                now, $"k{salt}", new Receipt.Electronic(now), [], new($"f{salt}", "****567", salt % 7 == 0),
                salt % 11 == 0 ? 1 : s.OpenYen),
            2 => new PaymentCommand.ReturnInvoice(now, s.Invoice?.Number ?? 1, salt % 5 == 0 ? "" : "口座が違う", "ito"),
            3 or 4 => new PaymentCommand.ConfirmInvoice(now, s.Invoice?.Number ?? 1, "ito", salt % 2 == 0 ? "屋号" : null),
            5 => new PaymentCommand.Enlist(now, list, "ito"),
            6 when salt % 3 == 0 => new PaymentCommand.Unlist(now, standing?.List ?? list, "確認中", "ito"),
            6 or 7 => new PaymentCommand.Order(now, standing?.List ?? list, Tokyo.Day("2026-04-10"), salt % 9 == 0 ? Sample.Alone : Sample.Two),
            8 or 9 => new PaymentCommand.Book(
                now, standing?.List ?? list, salt % 6 == 0 ? 1 : standing?.Number ?? 1, (TransferEnd)(salt % 10 < 7 ? 0 : salt % 3),
                today.PlusDays(-(salt % 2)), "口座なし"),
            10 when salt % 4 == 0 => new PaymentCommand.Revoke(
                now, salt % 8 == 0 ? Grant : 1 + (salt * 1_000), "虚偽の申請", today, "8第1号", Sample.Two),
            _ when salt % 2 == 0 => new PaymentCommand.BookRefund(
                now, $"r{salt}", RefundBalance.Of(Sample.Paying.Payment!, s, today).Yen, today, "ito"),
            _ => new PaymentCommand.BookRefund(now, $"r{salt}", 1 + (salt * 1_500), today.PlusDays(-(salt % 3)), "ito"),
        };
    }

    private static void Hold(Func<Life, bool> law) => Check.One(Fixed, Prop.ForAll(Any.ToArbitrary(), law));

    private sealed record Life(
        IReadOnlyList<PaymentEvent> Events, IReadOnlyList<LocalDate> On, PaymentState State, int Repeats);
}
