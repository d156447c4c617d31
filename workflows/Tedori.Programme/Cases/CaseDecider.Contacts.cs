using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;
using Tedori.Programme.Signing;

namespace Tedori.Programme.Cases;

public static partial class CaseDecider
{
    private static Decision RequestContactChange(CaseState s, CaseCommand.RequestContactChange c)
    {
        if (s.Outcome is { } outcome && outcome != Outcome.Granted)
            return Refuse(Refusals.CaseClosed(outcome));
        if (c.Contact == Contact.Of(s.Entry) || (s.ContactChange is { } open && open.Contact == c.Contact && open.IsOpenAt(c.At)))
            return Decision.Nothing;
        if (IsSameBox(c.Contact.Email, s.Entry.Email))
            return Decision.Accept(new CaseEvent.ContactChanged(c.At, c.Contact));
        var number = s.ContactChanges + 1;
        return Decision.Accept(
            new CaseEvent.ContactChangeRequested(c.At, number, c.Contact),
            new CaseEvent.ContactConfirmationAsked(c.At, new(number, ContactSide.Old)),
            new CaseEvent.ContactConfirmationAsked(c.At, new(number, ContactSide.New)));
    }

    private static Decision ConfirmContact(CaseState s, CaseCommand.ConfirmContact c)
    {
        if (c.Confirmation.Number == s.ContactChanged)
            return Decision.Nothing;
        if (s.ContactChange is not { } change || change.Number != c.Confirmation.Number)
            return Refuse(Refusals.ContactChangeGone);
        if (change.Confirmed.Contains(c.Confirmation.Side))
            return Decision.Nothing;
        var confirmed = new CaseEvent.ContactConfirmed(c.At, c.Confirmation);
        return change.Confirmed.Count == 0
            ? Decision.Accept(confirmed)
            : Decision.Accept(confirmed, new CaseEvent.ContactChanged(c.At, change.Contact));
    }

    // Small and capital letters lead to the same mailbox.
    private static bool IsSameBox(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static Decision ReplaceContact(Edition edition, CaseState s, CaseCommand.ReplaceContact c)
    {
        if (s.Outcome is { } outcome && outcome != Outcome.Granted)
            return Refuse(Refusals.CaseClosed(outcome));
        if (c.Contact == Contact.Of(s.Entry))
            return Decision.Nothing;
        if (string.IsNullOrWhiteSpace(c.Reason))
            return Refuse(Refusals.ReasonMissing);
        if (!IsAddress(c.Contact.Email))
            return Refuse(Refusals.AddressWrong(c.Contact.Email));
        if (c.Check.Fault(JapanTime.DateOf(c.At)) is { } fault)
            return Refuse(fault);
        if (c.Check.Number == c.Contact.Phone && c.Check.Number != s.Entry.Phone)
            return Refuse(Refusals.PhoneCheckNumber(c.Check.Number));
        if (Signed(edition, StaffAct.ReplaceContact, c.Signed) is { } missing)
            return missing;
        var replaced = new CaseEvent.ContactReplaced(c.At, c.Contact, c.Check, c.Reason, c.Signed);
        return IsSameBox(c.Contact.Email, s.Entry.Email)
            ? Decision.Accept(replaced)
            : Decision.Accept(replaced, new CaseEvent.FormerContactTold(c.At, s.Entry.Email));
    }
}
