using Tedori.Programme.Editions;
using Tedori.Programme.Payments;

namespace Tedori.Programme.Cases;

public static partial class CaseDecider
{
    private static Decision MoveMoney(Edition edition, CaseState s, CaseCommand.MoveMoney c)
    {
        if (CasePayments.Of(edition, s) is not { } money)
            return Refuse(s.Outcome == Outcome.Granted ? Refusals.PaidOutside : Refusals.NotGranted);
        var (events, refusal) = PaymentDecider.Decide(edition, money, c.What);
        return refusal is null
            ? new Decision.Accepted([.. events.Select(e => new CaseEvent.MoneyMoved(c.At, e))])
            : Refuse(refusal);
    }
}
