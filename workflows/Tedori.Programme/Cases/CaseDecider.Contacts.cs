namespace Tedori.Programme.Cases;

public static partial class CaseDecider
{
    private static Decision RequestContactChange(CaseState s, CaseCommand.RequestContactChange c)
    {
        if (s.Outcome is { } outcome && outcome != Outcome.Granted)
            return Refuse(Refusals.CaseClosed(outcome));
        if (c.Contact == Contact.Of(s.Entry) || c.Contact == s.ContactChange?.Contact)
            return Decision.Nothing;
        if (c.Contact.Email == s.Entry.Email)
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
}
