using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Tedori.Programme.Editions;
using Tedori.Programme.Payments;

namespace Tedori.Tests.Payments;

/// <summary>Charges are what a count day by day gives.</summary>
public sealed class ChargesTests
{
    private static readonly LocalDate Paid = new(2026, 4, 10);

    [Fact]
    public void Until_AnyPartPayments_IsTheSumOfTheDays() => Check.One(
        Config.QuickThrowOnFailure.WithReplay(20260410, 70001).WithMaxTest(500),
        Prop.ForAll(Any.ToArbitrary(), c => Charges.Until(c.Rules, c.Claim, c.Refunds, c.Until) == ByDay(c)));

    [Fact]
    public void Until_TheDayOfThePayment_CountsOneDay() => Assert.Equal(
        new(300, 0), Charges.Until(new(1_095, 1_095, 365, 1), new(1_000_000, Paid, Paid.PlusDays(60)), [], Paid));

    private static Gen<Sum> Any =>
        from principal in Gen.Choose(1, 2_300_000)
        from due in Gen.Choose(20, 200)
        from until in Gen.Choose(0, 800)
        from unit in Gen.Elements(1, 100, 1_000)
        from count in Gen.Choose(0, 4)
        from parts in Gen.ListOf(
            from day in Gen.Choose(0, 800)
            from yen in Gen.Choose(1, 2_300_000)
            select (day, yen), count)
        select new Sum(
            new(1_095, 1_460, 365, unit), new(principal, Paid, Paid.PlusDays(due)), Within(principal, parts), Paid.PlusDays(until));

    private static List<Refund> Within(long principal, IEnumerable<(int Day, int Yen)> parts)
    {
        var refunds = new List<Refund>();
        foreach (var (day, yen) in parts)
        {
            var part = Math.Min(yen, principal);
            principal -= part;
            if (part > 0)
                refunds.Add(new($"r{refunds.Count}", Paid.PlusDays(day), part, 0));
        }

        return refunds;
    }

    private static Charges ByDay(Sum sum)
    {
        var (surcharge, late) = (0m, 0m);
        for (var day = Paid; day <= sum.Until; day = day.PlusDays(1))
        {
            var owed = sum.Claim.Principal - sum.Refunds.Where(r => r.On < day).Sum(r => r.Principal);
            surcharge += owed * sum.Rules.SurchargeBasisPoints;
            if (day > sum.Claim.Due)
                late += owed * sum.Rules.LateBasisPoints;
        }

        return new(Down(surcharge, sum.Rules), Down(late, sum.Rules));
    }

    private static long Down(decimal yenDays, ChargeRules rules) =>
        (long)decimal.Floor(yenDays / 10_000 / rules.DaysOfYear / rules.UnitYen) * rules.UnitYen;

    private sealed record Sum(ChargeRules Rules, RefundClaim Claim, IReadOnlyList<Refund> Refunds, LocalDate Until);
}
