using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;
using Tedori.Programme.Payments;
using Tedori.Programme.Signing;

namespace Tedori.Programme.Cases;

public static partial class CaseDecider
{
    private static Decision Leave(CaseState s, CaseCommand c, Outcome outcome, string reason)
    {
        if (s.Outcome == outcome)
            return Decision.Nothing;
        if (s.IsClosed || !MayLeave(s.Step, outcome))
            return WrongStep(s, CaseLabels.Of(outcome));
        if (string.IsNullOrWhiteSpace(reason))
            return Refuse(Refusals.ReasonMissing);
        return Decision.Accept(outcome switch
        {
            Outcome.Declined => new CaseEvent.Declined(c.At, reason),
            Outcome.Retracted => new CaseEvent.Retracted(c.At, reason),
            Outcome.Abandoned => new CaseEvent.Abandoned(c.At, reason),
            _ => throw new InvalidOperationException($"No company leaves a case by {outcome}."),
        });
    }

    internal static bool MayLeave(Step step, Outcome outcome) => outcome switch
    {
        Outcome.Declined => step <= Step.EligibilityReview,
        Outcome.Retracted => step > Step.EligibilityReview,
        Outcome.Abandoned => step is Step.Implementation or Step.Claim,
        _ => false,
    };

    private static Decision ExtendCutoff(Edition edition, CaseState s, CaseCommand.ExtendCutoff c)
    {
        if (string.IsNullOrWhiteSpace(c.ApprovedBy))
            return Refuse(Refusals.ReasonMissing);
        if (CheckReason(c.Reason) is { } unfit)
            return Refuse(unfit);
        var correction = s.Correction is { } open && open.Review == c.Of ? open : null;
        if (correction is null
            ? s.Extensions.TryGetValue(c.Of, out var granted) && granted == c.Date
            : correction.Due == c.Date)
            return Decision.Nothing;
        var lapsedHere = s.Outcome == Outcome.Lapsed && s.ClosedIn == c.Of;
        if (s.Outcome is { } outcome && !lapsedHere)
            return Refuse(Refusals.CaseClosed(outcome));
        if (c.Of < Reached(s) || (correction?.Due ?? CaseSchedule.DateOf(edition, s, c.Of)) is not { } current)
            return Refuse(Refusals.StepPassed(c.Of));
        if (!CanBeDeadline(edition, c.Date, c.At))
            return Refuse(Refusals.DateNotUsable(c.Date));
        if (c.Date <= current)
            return Refuse(Refusals.DateNotLater(c.Date, current));
        if (ClaimBefore(edition, s, c) is { } claim)
            return Refuse(Refusals.DateNotBeforeClaim(c.Date, claim));
        var extended = new CaseEvent.CutoffExtended(c.At, c.Of, c.Date, c.Reason, c.ApprovedBy, c.Signed);
        return Signed(edition, StaffAct.ExtendCutoff, c.Signed) ?? AfterLapse(s, c, c.Of, Decision.Accept(extended));
    }

    // An open day to come, and early enough for the calendar to know the settlement of its post as well: a case with a
    // later deadline could not be told the time any more.
    private static bool CanBeDeadline(Edition edition, LocalDate date, Instant now)
    {
        var settled = date.PlusDays(14 + 2 * edition.Windows.PostalSettlementBusinessDays);
        return date > JapanTime.DateOf(now)
            && edition.Calendar.Years.Contains(date.Year)
            && edition.Calendar.Years.Contains(settled.Year)
            && edition.Calendar.IsOpen(date);
    }

    // The last day of the implementation stays before the deadline of the claim.
    private static LocalDate? ClaimBefore(Edition edition, CaseState s, CaseCommand.ExtendCutoff c) =>
        c.Of == Step.Implementation && CaseSchedule.DateOf(edition, s, Step.Claim) is { } claim && c.Date >= claim
            ? claim
            : null;

    private static Decision.Accepted PassTime(Edition edition, CaseState s, CaseCommand.PassTime c)
    {
        var events = new List<CaseEvent>();
        while (!s.IsClosed && CaseSchedule.Current(edition, s) is { } cutoff && Due(edition, s, cutoff, c.At) is { } e)
        {
            events.Add(e);
            s = CaseEvolution.Evolve(s, e);
        }

        if (CasePayments.Of(edition, s) is { } money)
        {
            events.AddRange(PaymentDecider.Decide(edition, money, new PaymentCommand.PassTime(c.At)).Events
                .Select(e => new CaseEvent.MoneyMoved(c.At, e)));
        }

        return new Decision.Accepted(events);
    }

    private static CaseEvent? Due(Edition edition, CaseState s, Cutoff cutoff, Instant now)
    {
        if (s.Step == Step.Implementation && now >= JapanTime.EndOf(cutoff.Date))
            return new CaseEvent.ImplementationEnded(now, cutoff.Date);
        // What the office has not read yet may be on time: its delay costs the company nothing.
        if (s.Step != Step.Implementation && now >= cutoff.SettledAt && s.Envelopes.Count > 0)
            return null;
        if (s.Step != Step.Implementation && now >= cutoff.SettledAt)
            return new CaseEvent.Lapsed(now, s.Step, cutoff.Date);
        if (now >= cutoff.ElectronicEnd)
            return null;
        // After an outage only the latest of several rungs is worth a mail.
        var due = Reminders.Of(edition, s, cutoff).LastOrDefault(r => r.At <= now);
        return due is null
            ? null
            : new CaseEvent.ReminderFellDue(now, s.Step, cutoff.Date, due.BusinessDaysBefore, due.Rung);
    }
}
