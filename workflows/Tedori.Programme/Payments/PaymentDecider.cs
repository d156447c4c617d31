using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;
using Tedori.Programme.Signing;

namespace Tedori.Programme.Payments;

/// <summary>
/// The rules of the money of a grant as a pure function, beside those of the case: state and command in, events or a refusal
/// out. No clock: time is a field of the command. Repeating a command that was accepted gives no events. What it accepts
/// leaves the books right.
/// </summary>
public static partial class PaymentDecider
{
    /// <summary>Decides.</summary>
    /// <param name="edition">The edition of the case; it has rules of payment.</param>
    /// <param name="state">The money of the grant.</param>
    /// <param name="command">What is asked.</param>
    /// <exception cref="InvalidOperationException">The books would be wrong, or the edition has no rules of payment.</exception>
    public static PaymentDecision Decide(Edition edition, PaymentState state, PaymentCommand command)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(command);
        var rules = edition.Payment ?? throw new InvalidOperationException($"{edition.Id} has no rules of payment.");
        var decision = command switch
        {
            PaymentCommand.FileInvoice c => FileInvoice(edition, rules, state, c),
            PaymentCommand.ReturnInvoice c => ReturnInvoice(state, c),
            PaymentCommand.ConfirmInvoice c => ConfirmInvoice(state, c),
            PaymentCommand.Enlist c => Enlist(state, c),
            PaymentCommand.Unlist c => Unlist(state, c),
            PaymentCommand.Order c => Order(edition, state, c),
            PaymentCommand.Book c => Book(state, c),
            PaymentCommand.Revoke c => Revoke(edition, rules, state, c),
            PaymentCommand.BookRefund c => BookRefund(rules, state, c),
            PaymentCommand.PassTime c => PassTime(edition, rules, state, c),
            _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}."),
        };
        var on = JapanTime.DateOf(command.At);
        PaymentBooks.Checked(decision.Events.Aggregate(state, (s, e) => PaymentEvolution.Evolve(s, e, on)));
        return decision;
    }

    private static PaymentDecision FileInvoice(
        Edition edition, PaymentRules rules, PaymentState s, PaymentCommand.FileInvoice c)
    {
        if (s.InvoiceKeys.Contains(c.Key))
            return PaymentDecision.Nothing;
        if (s.LapsedOn is { } lapsed)
            return Refuse(PaymentRefusals.InvoiceLapsed(lapsed));
        if (s.OpenYen == 0)
            return Refuse(PaymentRefusals.NothingOpen);
        if (s.Standing is not null || s.Invoice is { Stage: InvoiceStage.Confirmed })
            return Refuse(PaymentRefusals.InvoiceSettled);
        if (PaymentSchedule.InvoiceEnd(edition, rules, s) is { } cutoff && !cutoff.Admits(c.Receipt))
            return Refuse(PaymentRefusals.InvoiceLate(cutoff));
        if (c.Yen != s.OpenYen)
            return Refuse(PaymentRefusals.OtherAmount(c.Yen, s.OpenYen));
        return PaymentDecision.Accept(new PaymentEvent.InvoiceFiled(
            (s.Invoice?.Number ?? 0) + 1, c.Key, c.Receipt, c.Files, c.Account, c.Yen));
    }

    private static PaymentDecision ReturnInvoice(PaymentState s, PaymentCommand.ReturnInvoice c)
    {
        if (s.Invoice is not { } invoice || invoice.Number != c.Number)
            return Refuse(PaymentRefusals.NoSuchInvoice(c.Number));
        if (invoice.Stage == InvoiceStage.Returned)
            return PaymentDecision.Nothing;
        if (s.Standing is { } standing)
            return Refuse(PaymentRefusals.AlreadyListed(standing.List));
        if (invoice.Stage == InvoiceStage.Void || s.LapsedOn is not null)
            return Refuse(PaymentRefusals.NoSuchInvoice(c.Number));
        return string.IsNullOrWhiteSpace(c.Reason)
            ? Refuse(PaymentRefusals.ReasonMissing)
            : PaymentDecision.Accept(new PaymentEvent.InvoiceReturned(c.Number, c.Reason.Trim(), c.By));
    }

    private static PaymentDecision ConfirmInvoice(PaymentState s, PaymentCommand.ConfirmInvoice c)
    {
        if (s.Invoice is not { } invoice || invoice.Number != c.Number)
            return Refuse(PaymentRefusals.NoSuchInvoice(c.Number));
        if (invoice.Stage == InvoiceStage.Confirmed)
            return PaymentDecision.Nothing;
        if (invoice.Stage != InvoiceStage.Filed)
            return Refuse(PaymentRefusals.NoSuchInvoice(c.Number));
        var reason = string.IsNullOrWhiteSpace(c.Reason) ? null : c.Reason.Trim();
        return invoice.Account.NameDiffers && reason is null
            ? Refuse(PaymentRefusals.NameDiffers)
            : PaymentDecision.Accept(new PaymentEvent.InvoiceConfirmed(c.Number, c.By, reason));
    }

    private static PaymentDecision Enlist(PaymentState s, PaymentCommand.Enlist c)
    {
        if (s.Standing is { } standing)
            return standing.List == c.List ? PaymentDecision.Nothing : Refuse(PaymentRefusals.AlreadyListed(standing.List));
        return s.Invoice is { Stage: InvoiceStage.Confirmed } && s.OpenYen > 0
            ? PaymentDecision.Accept(new PaymentEvent.Listed(c.List, s.Attempts.Count + 1, s.OpenYen, c.By))
            : Refuse(PaymentRefusals.NotInvoiced);
    }

    private static PaymentDecision Unlist(PaymentState s, PaymentCommand.Unlist c)
    {
        if (s.Standing is not { } standing || standing.List != c.List)
            return PaymentDecision.Nothing;
        if (standing.Stage != AttemptStage.Listed)
            return Refuse(PaymentRefusals.AlreadyOrdered(standing.List));
        return string.IsNullOrWhiteSpace(c.Reason)
            ? Refuse(PaymentRefusals.ReasonMissing)
            : PaymentDecision.Accept(
                new PaymentEvent.Unlisted(c.List, standing.Number, standing.Yen, c.Reason.Trim(), c.By));
    }

    private static PaymentDecision Order(Edition edition, PaymentState s, PaymentCommand.Order c)
    {
        var attempt = s.Attempts.LastOrDefault(a => a.List == c.List);
        if (attempt is null)
            return Refuse(PaymentRefusals.NotInList(c.List));
        if (attempt.Stage != AttemptStage.Listed)
            return PaymentDecision.Nothing;
        return edition.SecondPerson.Check(StaffAct.ReleasePayment, c.Signed) is { } missing
            ? Refuse(missing)
            : PaymentDecision.Accept(new PaymentEvent.Ordered(c.List, attempt.Number, attempt.Yen, c.On, c.Signed));
    }

    // The order of the events: made and sent back later is one attempt with two reports; nothing else follows an end.
    private static PaymentDecision Book(PaymentState s, PaymentCommand.Book c)
    {
        if (s.Attempts.FirstOrDefault(a => a.Number == c.Attempt && a.List == c.List) is not { } attempt)
            return Refuse(PaymentRefusals.NotInList(c.List));
        if (attempt.Stage == StageOf(c.Result))
            return attempt.On == c.On ? PaymentDecision.Nothing : Refuse(PaymentRefusals.AlreadyBooked(attempt));
        var goes = attempt.Stage == AttemptStage.Ordered
            || (attempt.Stage == AttemptStage.Made && c.Result == TransferEnd.Returned);
        if (!goes)
        {
            return Refuse(attempt.Stage == AttemptStage.Listed
                ? PaymentRefusals.NotOrdered(c.List)
                : PaymentRefusals.AlreadyBooked(attempt));
        }

        if (attempt.Stage == AttemptStage.Made && s.Claim is not null)
            return Refuse(PaymentRefusals.ClaimedBack);
        if (c.On > JapanTime.DateOf(c.At) || (attempt.On is { } made && c.On < made))
            return Refuse(PaymentRefusals.DateNotUsable(c.On));
        if (c.Result != TransferEnd.Paid && string.IsNullOrWhiteSpace(c.Reason))
            return Refuse(PaymentRefusals.ReasonMissing);
        return PaymentDecision.Accept(c.Result switch
        {
            TransferEnd.Paid => new PaymentEvent.Made(c.List, c.Attempt, attempt.Yen, c.On),
            TransferEnd.Failed => new PaymentEvent.Failed(c.List, c.Attempt, attempt.Yen, c.On, c.Reason!.Trim()),
            TransferEnd.Returned => new PaymentEvent.SentBack(c.List, c.Attempt, attempt.Yen, c.On, c.Reason!.Trim()),
            _ => throw new ArgumentOutOfRangeException(nameof(c), c.Result, "Unknown end."),
        });
    }

    private static AttemptStage StageOf(TransferEnd end) => end switch
    {
        TransferEnd.Paid => AttemptStage.Made,
        TransferEnd.Failed => AttemptStage.Failed,
        TransferEnd.Returned => AttemptStage.SentBack,
        _ => throw new ArgumentOutOfRangeException(nameof(end), end, "Unknown end."),
    };

    private static PaymentDecision PassTime(
        Edition edition, PaymentRules rules, PaymentState s, PaymentCommand.PassTime c)
    {
        if (!s.AsksInvoice)
            return PaymentDecision.Nothing;
        if (PaymentSchedule.InvoiceEnd(edition, rules, s) is { } cutoff && c.At >= cutoff.SettledAt)
            return PaymentDecision.Accept(new PaymentEvent.InvoiceLapsed(cutoff.Date));
        // After an outage only the latest of several reminders is worth a mail.
        var due = PaymentSchedule.Reminders(edition, rules, s).Where(r => r.At <= c.At).ToList();
        return due is [.., var last]
            ? PaymentDecision.Accept(new PaymentEvent.InvoiceReminded(last.BusinessDays))
            : PaymentDecision.Nothing;
    }

    private static PaymentDecision Refuse(Refusal refusal) => PaymentDecision.Refuse(refusal);
}
