using NodaTime;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Payments;

namespace Tedori.Programme.Notices;

/// <summary>
/// Which events are told to the company, and in which words. Pure: the same event gives the same notice.
/// </summary>
public static class NoticeComposer
{
    /// <summary>The first paragraph of a notice of what undid a lapse.</summary>
    public const string GoesOn = "この申請の終結(期限徒過)を取り消し、手続きを再開しました。";

    /// <summary>The kind of notice that an event causes, or null where the company is told nothing.</summary>
    public static NoticeKind? KindOf(CaseEvent e) => e switch
    {
        CaseEvent.Entered => NoticeKind.EntryReceived,
        CaseEvent.EntryShared => NoticeKind.EntryShared,
        CaseEvent.WindowMoved => NoticeKind.WindowMoved,
        CaseEvent.ResultHeld => NoticeKind.ResultHeld,
        CaseEvent.Won or CaseEvent.Promoted => NoticeKind.ResultWon,
        CaseEvent.Lost => NoticeKind.ResultLost,
        CaseEvent.Excluded => NoticeKind.ResultExcluded,
        CaseEvent.CompanyRegistered or CaseEvent.ProjectRegistered or CaseEvent.ClaimSubmitted
            or CaseEvent.CorrectionAnswered or CaseEvent.MailFileTaken => NoticeKind.FilingReceived,
        CaseEvent.CorrectionRequested => NoticeKind.CorrectionRequested,
        CaseEvent.CorrectionWithdrawn => NoticeKind.CorrectionWithdrawn,
        CaseEvent.EligibilityPassed => NoticeKind.EligibilityPassed,
        CaseEvent.EligibilityFailed => NoticeKind.EligibilityFailed,
        CaseEvent.VisitRecorded => NoticeKind.VisitRecorded,
        CaseEvent.ImplementationEnded => NoticeKind.ImplementationEnded,
        CaseEvent.PaymentReleased => NoticeKind.PaymentReleased,
        CaseEvent.MoneyMoved x => MoneyTexts.KindOf(x.What),
        // Told with what undid the lapse: two mails of one moment would say two things.
        CaseEvent.Reinstated => null,
        // What becomes of an envelope is told as a filing that was received or refused, with its postmark.
        CaseEvent.EnvelopeRecorded or CaseEvent.EnvelopeSettled or CaseEvent.ReviewBegun => null,
        CaseEvent.FilingRefused => NoticeKind.FilingRefused,
        CaseEvent.GrantDecided => NoticeKind.GrantDecided,
        CaseEvent.GrantRefused => NoticeKind.GrantRefused,
        CaseEvent.Declined or CaseEvent.Retracted or CaseEvent.Abandoned => NoticeKind.LeavingReceived,
        CaseEvent.CutoffExtended => NoticeKind.CutoffExtended,
        CaseEvent.ReminderFellDue => NoticeKind.Reminder,
        CaseEvent.Lapsed => NoticeKind.Lapsed,
        CaseEvent.ContactChangeRequested or CaseEvent.ContactConfirmed => null,
        CaseEvent.ContactConfirmationAsked => NoticeKind.ContactConfirmation,
        CaseEvent.ContactChanged or CaseEvent.ContactReplaced => NoticeKind.ContactChanged,
        CaseEvent.FormerContactTold => NoticeKind.FormerContact,
        CaseEvent.NoticeRepeated => NoticeKind.Repeated,
        CaseEvent.MessageSent => NoticeKind.Message,
        _ => throw new InvalidOperationException($"Unknown event {e.GetType().Name}."),
    };

    /// <summary>The notice that an event causes, or null.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="after">The case after the event.</param>
    /// <param name="e">The event.</param>
    /// <param name="number">Its number within the case, from 1.</param>
    public static Notice? Compose(Edition edition, CaseState after, CaseEvent e, int number)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(e);
        if (KindOf(e) is not { } kind)
            return null;
        var confirms = (e as CaseEvent.ContactConfirmationAsked)?.Confirmation;
        var text = NoticeLabels.Of(edition, after, e);
        if (Reinstates(after, e))
            text = text with { Subject = $"申請の終結を取り消し、{text.Subject}", Paragraphs = [GoesOn, .. text.Paragraphs] };
        var opens = NotBefore(edition, after, e);
        var next = NextTexts.Of(edition, after, e, opens ?? e.At);
        return new(
            new NoticeId(after.Id, kind, number),
            kind,
            number,
            AddressOf(after, e),
            NameOf(after, e),
            $"{text.Subject}({after.Id})",
            next.Sentence,
            text.Paragraphs,
            e.At,
            confirms,
            opens,
            after.Entry.Language,
            next.Due,
            text.Facts,
            DecisionLetter.IsOf(kind) ? DecisionLetter.AddresseeOf(after.Entry) : null);
    }

    // What undid a lapse: a filing that was on time, or a later deadline.
    private static bool Reinstates(CaseState after, CaseEvent e) => after.ReinstatedAt == e.At
        && KindOf(e) is NoticeKind.FilingReceived or NoticeKind.CutoffExtended;

    // That a case or its measures ended, or that it goes on after all, is read when somebody can be asked about it; both wait
    // alike, and with them what else happened in that moment, so that none overtakes another. A reminder that an outage delayed
    // waits too.
    private static Instant? NotBefore(Edition edition, CaseState after, CaseEvent e) =>
        (e is CaseEvent.Lapsed or CaseEvent.ImplementationEnded or CaseEvent.ReminderFellDue
            or CaseEvent.MoneyMoved { What: PaymentEvent.InvoiceLapsed or PaymentEvent.InvoiceReminded }
            || after.ReinstatedAt == e.At)
            && OfficeHours.OnOrAfter(edition, e.At) is var at && at > e.At
            ? at
            : null;

    // Who reads a new address may be somebody else: it hears nothing of the contact until now.
    private static string NameOf(CaseState s, CaseEvent e) => e switch
    {
        CaseEvent.FormerContactTold => s.Entry.CompanyName,
        CaseEvent.ContactConfirmationAsked { Confirmation.Side: ContactSide.New } =>
            $"{s.Entry.CompanyName} {s.ContactChange!.Contact.Name}",
        _ => $"{s.Entry.CompanyName} {s.Entry.ContactName}",
    };

    private static string AddressOf(CaseState s, CaseEvent e) => e switch
    {
        CaseEvent.NoticeRepeated x => x.To,
        CaseEvent.FormerContactTold x => x.Former,
        CaseEvent.ContactConfirmationAsked { Confirmation.Side: ContactSide.New } => s.ContactChange!.Contact.Email,
        _ => s.Entry.Email,
    };
}
