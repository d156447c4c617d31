namespace Tedori.Programme.Payments;

/// <summary>
/// Holds the ledger to what the attempts, the invoice, the revocation and the refunds say: two ways to the same yen. Checked
/// at every write.
/// </summary>
public static class PaymentBooks
{
    /// <summary>What is wrong with the books, each fault a line in English; none where they are right.</summary>
    public static IReadOnlyList<string> Faults(PaymentState s)
    {
        ArgumentNullException.ThrowIfNull(s);
        var expected = Expected(s);
        var faults = Enum.GetValues<LedgerAccount>()
            .Where(a => s.Balances[a] != expected.GetValueOrDefault(a))
            .Select(a => $"{a} holds {s.Balances[a]} yen, not {expected.GetValueOrDefault(a)}.").ToList();
        if (s.Balances.Yen.Values.Sum() != 0)
            faults.Add("The ledger does not add up to 0.");
        if (s.Balances.Yen.Any(y => y.Value < 0 && y.Key is not (LedgerAccount.Budget or LedgerAccount.Companies)))
            faults.Add("An account is below 0.");
        if (s.Attempts.Count(a => a.Stage is AttemptStage.Listed or AttemptStage.Ordered or AttemptStage.Made) > 1)
            faults.Add("Two attempts run at once.");
        if (!s.Attempts.Select(a => a.Number).SequenceEqual(Enumerable.Range(1, s.Attempts.Count)))
            faults.Add("The attempts are not numbered from 1.");
        return faults;
    }

    /// <summary>Holds the books to be right.</summary>
    /// <exception cref="InvalidOperationException">They are not: nothing may be written.</exception>
    public static PaymentState Checked(PaymentState s) => Faults(s) is [var fault, ..]
        ? throw new InvalidOperationException($"The books of a grant are wrong: {fault}")
        : s;

    private static Dictionary<LedgerAccount, long> Expected(PaymentState s)
    {
        var principal = s.Claim?.Principal ?? 0;
        var refunded = s.Refunds.Sum(r => r.Principal);
        var charges = s.Refunds.Sum(r => r.Charges);
        var lapsed = s.LapsedOn is null ? 0 : s.GrantYen - s.RevokedYen + principal - s.PaidYen;
        var expected = new Dictionary<LedgerAccount, long>
        {
            [LedgerAccount.Budget] = s.RevokedYen - principal + lapsed - s.GrantYen,
            [LedgerAccount.Paid] = s.PaidYen - principal,
            [LedgerAccount.Claimed] = principal - refunded,
            [LedgerAccount.Refunded] = refunded,
            [LedgerAccount.Charges] = charges,
            [LedgerAccount.Companies] = -charges,
        };
        var holds = s.Standing?.Stage switch
        {
            AttemptStage.Listed => LedgerAccount.Listed,
            AttemptStage.Ordered => LedgerAccount.Ordered,
            _ => s.Invoice is { Stage: InvoiceStage.Confirmed } ? LedgerAccount.Invoiced : LedgerAccount.Decided,
        };
        expected[holds] = expected.GetValueOrDefault(holds) + s.OpenYen;
        return expected;
    }
}
