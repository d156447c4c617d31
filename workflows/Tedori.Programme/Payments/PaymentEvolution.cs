using NodaTime;

namespace Tedori.Programme.Payments;

/// <summary>Builds the state of the money from what happened. Total: every event has its effect and its entries in the ledger.</summary>
public static class PaymentEvolution
{
    /// <summary>The money of a grant that was decided on this date, Asia/Tokyo.</summary>
    public static PaymentState Granted(long yen, LocalDate on) => new()
    {
        GrantYen = yen,
        AskedOn = on,
        Balances = new Balances().After([new(LedgerAccount.Budget, LedgerAccount.Decided, yen)]),
    };

    /// <summary>The state after one more event.</summary>
    /// <param name="s">The state before.</param>
    /// <param name="e">What happened.</param>
    /// <param name="on">The date on which it was decided, Asia/Tokyo.</param>
    public static PaymentState Evolve(PaymentState s, PaymentEvent e, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(s);
        ArgumentNullException.ThrowIfNull(e);
        return Apply(s, e, on) with { Balances = s.Balances.After(Postings.Of(s, e)) };
    }

    private static PaymentState Apply(PaymentState s, PaymentEvent e, LocalDate on) => e switch
    {
        PaymentEvent.InvoiceFiled x => s with
        {
            Invoice = new(x.Number, x.Account, InvoiceStage.Filed),
            InvoiceKeys = [.. s.InvoiceKeys, x.Key],
        },
        PaymentEvent.InvoiceReturned => Ask(Staged(s, InvoiceStage.Returned), on),
        PaymentEvent.InvoiceConfirmed => Staged(s, InvoiceStage.Confirmed),
        PaymentEvent.InvoiceReminded x => s with { Reminded = [.. s.Reminded, x.BusinessDays] },
        PaymentEvent.InvoiceLapsed x => s with { LapsedOn = x.LastDay },
        PaymentEvent.Listed x => s with
        {
            Attempts = [.. s.Attempts, new(x.Attempt, x.List, s.Invoice!.Number, x.Yen, AttemptStage.Listed)],
        },
        PaymentEvent.Unlisted => s with { Attempts = [.. s.Attempts.SkipLast(1)] },
        PaymentEvent.Ordered => Ended(s, AttemptStage.Ordered, null, null),
        PaymentEvent.Made x => Ended(s, AttemptStage.Made, x.On, null),
        PaymentEvent.Failed x => Ask(Staged(Ended(s, AttemptStage.Failed, x.On, x.Reason), InvoiceStage.Void), on),
        PaymentEvent.SentBack x => Ask(Staged(Ended(s, AttemptStage.SentBack, x.On, x.Reason), InvoiceStage.Void), on),
        PaymentEvent.Revoked x => Revoke(s, x, on),
        PaymentEvent.Refunded x => s with { Refunds = [.. s.Refunds, new(x.Key, x.On, x.Principal, x.Charges)] },
        _ => throw new InvalidOperationException($"Unknown event {e.GetType().Name}."),
    };

    // What is left of a grant that was not paid is another amount than the company confirmed: it invoices again.
    private static PaymentState Revoke(PaymentState s, PaymentEvent.Revoked x, LocalDate on)
    {
        var revoked = s with { RevokedYen = s.RevokedYen + x.Yen, Claim = x.Claim };
        return s.Standing is not null ? revoked
            : s.Invoice is null ? Ask(revoked, on)
            : Ask(Staged(revoked, InvoiceStage.Void), on);
    }

    private static PaymentState Ask(PaymentState s, LocalDate on) => s with { AskedOn = on, Reminded = [] };

    private static PaymentState Staged(PaymentState s, InvoiceStage stage) => s with { Invoice = s.Invoice! with { Stage = stage } };

    private static PaymentState Ended(PaymentState s, AttemptStage stage, LocalDate? on, string? reason) => s with
    {
        Attempts = [.. s.Attempts.SkipLast(1), s.Attempts[^1] with { Stage = stage, On = on, Reason = reason }],
    };
}
