namespace Tedori.Programme.Payments;

/// <summary>The entries in the ledger that an event makes (仕訳). Pure; every entry has both sides.</summary>
public static class Postings
{
    /// <summary>The entries of an event.</summary>
    /// <param name="s">The money before it.</param>
    /// <param name="e">What happens.</param>
    public static IReadOnlyList<Posting> Of(PaymentState s, PaymentEvent e)
    {
        ArgumentNullException.ThrowIfNull(s);
        return e switch
        {
            PaymentEvent.InvoiceFiled or PaymentEvent.InvoiceReminded => [],
            PaymentEvent.InvoiceReturned => s.Invoice!.Stage == InvoiceStage.Confirmed
                ? [new(LedgerAccount.Invoiced, LedgerAccount.Decided, s.OpenYen)]
                : [],
            PaymentEvent.InvoiceConfirmed => [new(LedgerAccount.Decided, LedgerAccount.Invoiced, s.OpenYen)],
            PaymentEvent.InvoiceLapsed => [new(LedgerAccount.Decided, LedgerAccount.Budget, s.OpenYen)],
            PaymentEvent.Listed x => [new(LedgerAccount.Invoiced, LedgerAccount.Listed, x.Yen)],
            PaymentEvent.Unlisted x => [new(LedgerAccount.Listed, LedgerAccount.Invoiced, x.Yen)],
            PaymentEvent.Ordered x => [new(LedgerAccount.Listed, LedgerAccount.Ordered, x.Yen)],
            PaymentEvent.Made x => [new(LedgerAccount.Ordered, LedgerAccount.Paid, x.Yen)],
            PaymentEvent.Failed x => [new(LedgerAccount.Ordered, LedgerAccount.Decided, x.Yen)],
            PaymentEvent.SentBack x =>
                [new(s.PaidYen > 0 ? LedgerAccount.Paid : LedgerAccount.Ordered, LedgerAccount.Decided, x.Yen)],
            PaymentEvent.Revoked x => Revoked(s, x),
            PaymentEvent.Refunded x => Refunded(x),
            _ => throw new InvalidOperationException($"Unknown event {e?.GetType().Name}."),
        };
    }

    private static List<Posting> Revoked(PaymentState s, PaymentEvent.Revoked x)
    {
        var postings = new List<Posting>();
        if (x.Claim is { } claim)
            postings.Add(new(LedgerAccount.Paid, LedgerAccount.Claimed, claim.Principal));
        if (s.Balances[LedgerAccount.Invoiced] is > 0 and var invoiced)
            postings.Add(new(LedgerAccount.Invoiced, LedgerAccount.Decided, invoiced));
        if (x.Yen - (x.Claim?.Principal ?? 0) is > 0 and var unpaid)
            postings.Add(new(LedgerAccount.Decided, LedgerAccount.Budget, unpaid));
        return postings;
    }

    private static List<Posting> Refunded(PaymentEvent.Refunded x)
    {
        var postings = new List<Posting>();
        if (x.Principal > 0)
            postings.Add(new(LedgerAccount.Claimed, LedgerAccount.Refunded, x.Principal));
        if (x.Charges > 0)
            postings.Add(new(LedgerAccount.Companies, LedgerAccount.Charges, x.Charges));
        return postings;
    }
}
