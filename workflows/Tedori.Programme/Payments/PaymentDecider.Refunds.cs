using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;
using Tedori.Programme.Signing;

namespace Tedori.Programme.Payments;

public static partial class PaymentDecider
{
    private static PaymentDecision Revoke(Edition edition, PaymentRules rules, PaymentState s, PaymentCommand.Revoke c)
    {
        if (s.RevokedYen > 0)
            return s.RevokedYen == c.Yen ? PaymentDecision.Nothing : Refuse(PaymentRefusals.AlreadyRevoked(s.RevokedYen));
        // No edition can leave this to one person.
        if (!c.Signed.AreOfTwoPeople)
            return Refuse(SecondPersonRules.Missing);
        if (string.IsNullOrWhiteSpace(c.Reason))
            return Refuse(PaymentRefusals.ReasonMissing);
        if (c.Yen < 1 || c.Yen > s.GrantYen)
            return Refuse(PaymentRefusals.RevokedAmount(s.GrantYen));
        // What is on its way must have arrived or failed before anybody can say what is claimed back.
        if (s.Standing is { Stage: AttemptStage.Listed or AttemptStage.Ordered } standing)
            return Refuse(PaymentRefusals.OnItsWay(standing.List));
        if (s.LapsedOn is { } lapsed)
            return Refuse(PaymentRefusals.InvoiceLapsed(lapsed));
        var today = JapanTime.DateOf(c.At);
        if (c.HeardOn > today)
            return Refuse(PaymentRefusals.DateNotUsable(c.HeardOn));
        if (!PaymentSchedule.Reaches(edition, today, rules.RefundBusinessDays))
            return Refuse(PaymentRefusals.CalendarEnds);
        return PaymentDecision.Accept(new PaymentEvent.Revoked(
            c.Yen, c.Reason.Trim(), c.HeardOn, ClaimOf(edition, rules, s, c.Yen, today), c.Document, c.Signed));
    }

    private static RefundClaim? ClaimOf(Edition edition, PaymentRules rules, PaymentState s, long yen, LocalDate today) =>
        s.Standing is { Stage: AttemptStage.Made, On: { } paidOn }
            ? new(yen, paidOn, edition.Calendar.AddBusinessDays(today, rules.RefundBusinessDays))
            : null;

    private static PaymentDecision BookRefund(PaymentRules rules, PaymentState s, PaymentCommand.BookRefund c)
    {
        if (s.Refunds.FirstOrDefault(r => r.Key == c.Key) is { } before)
        {
            return before.On == c.On && before.Principal + before.Charges == c.Yen
                ? PaymentDecision.Nothing
                : Refuse(PaymentRefusals.OtherRefund);
        }

        if (s.Claim is not { } claim)
            return Refuse(PaymentRefusals.NothingClaimed);
        if (c.On > JapanTime.DateOf(c.At) || c.On < claim.PaidOn)
            return Refuse(PaymentRefusals.DateNotUsable(c.On));
        var owed = RefundBalance.Of(rules, s, c.On);
        if (c.Yen < 1 || c.Yen > owed.Yen)
            return Refuse(PaymentRefusals.RefundAmount(owed.Principal, owed.Charges));
        var principal = Math.Min(c.Yen, owed.Principal);
        return PaymentDecision.Accept(new PaymentEvent.Refunded(c.Key, c.On, principal, c.Yen - principal, c.By));
    }
}
