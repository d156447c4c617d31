using System.Numerics;
using NodaTime;
using Tedori.Programme.Editions;

namespace Tedori.Programme.Payments;

/// <summary>What is due on top of money that is claimed back (違約加算金・延滞金), counted by days. Pure.</summary>
/// <param name="Surcharge">The surcharge in yen.</param>
/// <param name="Late">The late charge in yen.</param>
public sealed record Charges(long Surcharge, long Late)
{
    /// <summary>Both, in yen.</summary>
    public long Yen => checked(Surcharge + Late);

    /// <summary>
    /// The charges of a claim until a date. A part payment returns what was paid first; from the day after it the charges count
    /// on what is left.
    /// </summary>
    /// <param name="rules">Rates and rounding.</param>
    /// <param name="claim">What is claimed back.</param>
    /// <param name="refunds">What came back, in any order; what came after <paramref name="until"/> is left out.</param>
    /// <param name="until">Last day that is counted, inclusive, Asia/Tokyo.</param>
    public static Charges Until(ChargeRules rules, RefundClaim claim, IReadOnlyList<Refund> refunds, LocalDate until)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(refunds);
        var returns = refunds.Where(r => r.Principal > 0 && r.On <= until).OrderBy(r => r.On).ToList();
        return new(
            Rounded(rules, rules.SurchargeBasisPoints, YenDays(claim.Principal, claim.PaidOn, returns, until)),
            Rounded(rules, rules.LateBasisPoints, YenDays(claim.Principal, claim.Due.PlusDays(1), returns, until)));
    }

    // The day of a return counts on what was owed before it.
    private static BigInteger YenDays(long principal, LocalDate from, List<Refund> returns, LocalDate until)
    {
        BigInteger sum = 0;
        var (left, first) = (principal, from);
        foreach (var back in returns)
        {
            sum += Days(first, back.On) * (BigInteger)left;
            left -= back.Principal;
            first = LocalDate.Max(first, back.On.PlusDays(1));
        }

        return sum + Days(first, until) * (BigInteger)left;
    }

    private static int Days(LocalDate first, LocalDate last) => Math.Max(0, Period.DaysBetween(first, last) + 1);

    private static long Rounded(ChargeRules rules, int basisPoints, BigInteger yenDays)
    {
        var yen = yenDays * basisPoints / ((BigInteger)10_000 * rules.DaysOfYear);
        return checked((long)(yen / rules.UnitYen * rules.UnitYen));
    }
}
