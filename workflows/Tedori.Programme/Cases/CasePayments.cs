using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;
using Tedori.Programme.Payments;

namespace Tedori.Programme.Cases;

/// <summary>The money of a case: it begins with the grant.</summary>
public static class CasePayments
{
    /// <summary>
    /// The money as it stands; null where nothing is paid through lists: before a grant, under an edition without rules of
    /// payment, and where the payment was released outside them.
    /// </summary>
    public static PaymentState? Of(Edition edition, CaseState state)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(state);
        return edition.Payment is null || state.PaymentReleasedAt is not null ? null : Now(state);
    }

    internal static PaymentState After(CaseState s, CaseEvent.MoneyMoved e) => PaymentEvolution.Evolve(
        Now(s) ?? throw new InvalidOperationException($"Money of {s.Id} moved before its grant."),
        e.What, JapanTime.DateOf(e.At));

    // The case closed with the grant, and nothing changes since when it is closed.
    private static PaymentState? Now(CaseState s) => s.Money
        ?? (s.GrantYen is { } yen ? PaymentEvolution.Granted(yen, JapanTime.DateOf(s.Since)) : null);
}
