using NodaTime;
using Tedori.Programme.Editions;

namespace Tedori.Programme.Payments;

/// <summary>What a company still owes on a date (返還金の残高).</summary>
/// <param name="Principal">What was paid and has not come back, in yen.</param>
/// <param name="Charges">Charges until the date, less those that were paid, in yen.</param>
public sealed record RefundBalance(long Principal, long Charges)
{
    /// <summary>Both, in yen.</summary>
    public long Yen => checked(Principal + Charges);

    /// <summary>What is owed on a date, Asia/Tokyo, the day itself counted; nothing where nothing is claimed back.</summary>
    public static RefundBalance Of(PaymentRules rules, PaymentState s, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(s);
        return s.Claim is { } claim
            ? new(s.OwedYen, Math.Max(
                0, Payments.Charges.Until(rules.Charges, claim, s.Refunds, on).Yen - s.Refunds.Sum(r => r.Charges)))
            : new(0, 0);
    }
}
