using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;
using Tedori.Programme.Signing;

namespace Tedori.Programme.Cases;

public static partial class CaseDecider
{
    private static Decision Enter(CaseState? s, CaseCommand.Enter c)
    {
        if (s is null)
            return Decision.Accept(new CaseEvent.Entered(c.At, c.Id, c.Form, c.ReceivedAt, c.Key, c.Digest, c.Shared));
        return s.Id == c.Id && s.EntryKey == c.Key
            ? Decision.Nothing
            : throw new InvalidOperationException($"Case {s.Id} belongs to another entry.");
    }

    // Once, however many come after; and not where the result is known.
    private static Decision TellShared(CaseState s, CaseCommand.TellShared c) =>
        s.Shared is true || s.Step != Step.AwaitingDraw
            ? Decision.Nothing
            : Decision.Accept(new CaseEvent.EntryShared(c.At));

    private static Decision TellWindowMoved(CaseState s, CaseCommand.TellWindowMoved c) =>
        s.WindowMovedTo == c.Closes || s.Step != Step.AwaitingDraw
            ? Decision.Nothing
            : Decision.Accept(new CaseEvent.WindowMoved(c.At, c.Closes, c.Reason));

    private static Decision HoldResult(CaseState s, CaseCommand.HoldResult c) =>
        s.HeldSince is not null || s.Step != Step.AwaitingDraw
            ? Decision.Nothing
            : Decision.Accept(new CaseEvent.ResultHeld(c.At, c.Rank));

    private static Decision RecordDraw(Edition edition, CaseState s, CaseCommand.RecordDraw c)
    {
        if (c.Won && Reached(s) > Step.AwaitingDraw)
            return Decision.Nothing;
        if (!c.Won && s.Outcome == Outcome.Lost)
            return Decision.Nothing;
        if (s.Step != Step.AwaitingDraw)
            return WrongStep(s, "抽選結果の登録");
        return Decision.Accept(c.Won
            ? new CaseEvent.Won(c.At, c.Rank, c.Shared, RegisterBy(edition, s, c.At))
            : new CaseEvent.Lost(c.At, c.Rank, c.Shared));
    }

    // What was held is told late: it has as many business days for its registration as others have.
    private static LocalDate? RegisterBy(Edition edition, CaseState s, Instant at)
    {
        if (s.HeldSince is null)
            return null;
        var round = edition.Round(s.Id.Round.Number);
        var told = edition.ResultDue(round);
        var days = edition.Calendar.BusinessDaysBetween(told, round.CompanyRegistration);
        var due = edition.Calendar.AddBusinessDays(JapanTime.DateOf(at), days);
        return due > round.CompanyRegistration ? due : null;
    }

    private static Decision Promote(Edition edition, CaseState s, CaseCommand.Promote c)
    {
        if (Reached(s) > Step.AwaitingDraw)
            return Decision.Nothing;
        if (!edition.Entry.Promotes)
            return Refuse(Refusals.PromotionOff());
        if (s.Outcome != Outcome.Lost)
            return WrongStep(s, "繰上当選の登録");
        var round = edition.Round(s.Id.Round.Number);
        var due = edition.Calendar.AddBusinessDays(JapanTime.DateOf(c.At), edition.Entry.PromotionBusinessDays);
        due = LocalDate.Max(due, round.CompanyRegistration);
        if (due >= round.ProjectRegistration)
            return Refuse(Refusals.PromotionTooLate(round.ProjectRegistration));
        return Signed(edition, StaffAct.Promote, c.Signed)
            ?? Decision.Accept(new CaseEvent.Promoted(c.At, c.Rank, due, c.ApprovedBy, c.Signed));
    }

    private static Decision Exclude(CaseState s, CaseCommand.Exclude c)
    {
        if (s.Outcome == Outcome.Excluded)
            return Decision.Nothing;
        return s.Step == Step.AwaitingDraw
            ? Decision.Accept(new CaseEvent.Excluded(c.At, c.Reason))
            : WrongStep(s, "抽選対象外の登録");
    }
}
