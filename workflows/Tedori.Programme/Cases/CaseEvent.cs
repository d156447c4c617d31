using System.Text.Json.Serialization;
using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Entries;
using Tedori.Programme.Payments;
using Tedori.Programme.Signing;

namespace Tedori.Programme.Cases;

/// <summary>Something that happened to a case. Type names and fields are storage format: add, never change.</summary>
/// <param name="At">When it was decided, which may be later than when a filing was received.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Entered), "entered")]
[JsonDerivedType(typeof(EntryShared), "entryShared")]
[JsonDerivedType(typeof(WindowMoved), "windowMoved")]
[JsonDerivedType(typeof(ResultHeld), "resultHeld")]
[JsonDerivedType(typeof(Won), "won")]
[JsonDerivedType(typeof(Lost), "lost")]
[JsonDerivedType(typeof(Promoted), "promoted")]
[JsonDerivedType(typeof(Excluded), "excluded")]
[JsonDerivedType(typeof(CompanyRegistered), "companyRegistered")]
[JsonDerivedType(typeof(ReviewBegun), "reviewBegun")]
[JsonDerivedType(typeof(CorrectionRequested), "correctionRequested")]
[JsonDerivedType(typeof(CorrectionAnswered), "correctionAnswered")]
[JsonDerivedType(typeof(CorrectionWithdrawn), "correctionWithdrawn")]
[JsonDerivedType(typeof(EligibilityPassed), "eligibilityPassed")]
[JsonDerivedType(typeof(EligibilityFailed), "eligibilityFailed")]
[JsonDerivedType(typeof(VisitRecorded), "visitRecorded")]
[JsonDerivedType(typeof(ProjectRegistered), "projectRegistered")]
[JsonDerivedType(typeof(ImplementationEnded), "implementationEnded")]
[JsonDerivedType(typeof(ClaimSubmitted), "claimSubmitted")]
[JsonDerivedType(typeof(EnvelopeRecorded), "envelopeRecorded")]
[JsonDerivedType(typeof(EnvelopeSettled), "envelopeSettled")]
[JsonDerivedType(typeof(FilingRefused), "filingRefused")]
[JsonDerivedType(typeof(GrantDecided), "grantDecided")]
[JsonDerivedType(typeof(GrantRefused), "grantRefused")]
[JsonDerivedType(typeof(PaymentReleased), "paymentReleased")]
[JsonDerivedType(typeof(MoneyMoved), "moneyMoved")]
[JsonDerivedType(typeof(NoticeRepeated), "noticeRepeated")]
[JsonDerivedType(typeof(MessageSent), "messageSent")]
[JsonDerivedType(typeof(MailFileTaken), "mailFileTaken")]
[JsonDerivedType(typeof(Declined), "declined")]
[JsonDerivedType(typeof(Retracted), "retracted")]
[JsonDerivedType(typeof(Abandoned), "abandoned")]
[JsonDerivedType(typeof(CutoffExtended), "cutoffExtended")]
[JsonDerivedType(typeof(ReminderFellDue), "reminderFellDue")]
[JsonDerivedType(typeof(Lapsed), "lapsed")]
[JsonDerivedType(typeof(Reinstated), "reinstated")]
[JsonDerivedType(typeof(ContactChangeRequested), "contactChangeRequested")]
[JsonDerivedType(typeof(ContactConfirmationAsked), "contactConfirmationAsked")]
[JsonDerivedType(typeof(ContactConfirmed), "contactConfirmed")]
[JsonDerivedType(typeof(ContactChanged), "contactChanged")]
[JsonDerivedType(typeof(ContactReplaced), "contactReplaced")]
[JsonDerivedType(typeof(FormerContactTold), "formerContactTold")]
public abstract record CaseEvent(Instant At)
{
    /// <summary>The entry was received in the window.</summary>
    public sealed record Entered(
        Instant At, CaseId Id, EntryForm Form, Instant ReceivedAt, string Key, string? Digest = null,
        bool? Shared = null)
        : CaseEvent(At);

    /// <summary>Another entry of the same company came after; they share one lot.</summary>
    public sealed record EntryShared(Instant At) : CaseEvent(At);

    /// <summary>The company was told that the entry window of its round ends later; the end is exclusive.</summary>
    public sealed record WindowMoved(Instant At, Instant Closes, string Reason) : CaseEvent(At);

    /// <summary>
    /// The lot was drawn, and staff have yet to settle which of the entries that share it answers for the company.
    /// </summary>
    public sealed record ResultHeld(Instant At, int Rank) : CaseEvent(At);

    /// <summary>
    /// The entry was drawn (当選). Where that was told later than to others, it registers until a date of its own
    /// (inclusive).
    /// </summary>
    public sealed record Won(Instant At, int Rank, bool? Shared = null, LocalDate? RegisterBy = null) : CaseEvent(At);

    /// <summary>The entry was not drawn (落選).</summary>
    public sealed record Lost(Instant At, int Rank, bool? Shared = null) : CaseEvent(At);

    /// <summary>
    /// The entry got a place that another one had given back (繰上当選); it registers until this date (inclusive).
    /// </summary>
    public sealed record Promoted(
        Instant At, int Rank, LocalDate RegisterBy, string ApprovedBy, Signatures? Signed = null) : CaseEvent(At);

    /// <summary>The entry took no part in the draw.</summary>
    public sealed record Excluded(Instant At, Exclusion Reason) : CaseEvent(At);

    /// <summary>Somebody began to review what was filed. From then on it cannot be replaced.</summary>
    /// <param name="At">When.</param>
    /// <param name="Review">The review.</param>
    /// <param name="By">Id of the member of staff.</param>
    public sealed record ReviewBegun(Instant At, Step Review, string By) : CaseEvent(At);

    /// <summary>The company registered itself, or replaced what it had filed.</summary>
    public sealed record CompanyRegistered(Instant At, Filing Filing) : CaseEvent(At);

    /// <summary>Staff asked for a correction.</summary>
    public sealed record CorrectionRequested(Instant At, Correction Correction) : CaseEvent(At);

    /// <summary>The company answered the correction.</summary>
    public sealed record CorrectionAnswered(
        Instant At, int Number, Filing Filing, IReadOnlyList<ItemStatement>? Stated = null) : CaseEvent(At);

    /// <summary>Staff no longer ask for the correction; its text stays in the record.</summary>
    public sealed record CorrectionWithdrawn(Instant At, int Number) : CaseEvent(At);

    /// <summary>
    /// The eligibility review passed (通過); with the lines of the checklist that stayed open, each with its reason.
    /// </summary>
    public sealed record EligibilityPassed(
        Instant At, Signatures? Signed = null, IReadOnlyList<OpenLine>? Open = null) : CaseEvent(At);

    /// <summary>The eligibility review failed (不通過).</summary>
    public sealed record EligibilityFailed(
        Instant At, string Reason, string? Document = null, Signatures? Signed = null) : CaseEvent(At);

    /// <summary>An expert visit took place.</summary>
    public sealed record VisitRecorded(Instant At, int Number, LocalDate Date) : CaseEvent(At);

    /// <summary>The company registered its items, which fixes the track, or replaced what it had registered.</summary>
    public sealed record ProjectRegistered(Instant At, Filing Filing, Project Project) : CaseEvent(At);

    /// <summary>The last day of the implementation is over.</summary>
    public sealed record ImplementationEnded(Instant At, LocalDate LastDay) : CaseEvent(At);

    /// <summary>The company claimed, or replaced its claim.</summary>
    public sealed record ClaimSubmitted(Instant At, Filing Filing, Claim Claim) : CaseEvent(At);

    /// <summary>The grant was decided (支給決定).</summary>
    public sealed record GrantDecided(
        Instant At, Claim Approved, long Yen, IReadOnlyList<string> Explanation, string? Document = null,
        IReadOnlyList<ItemRefusal>? Refused = null, Signatures? Signed = null,
        IReadOnlyList<FindingReason>? Findings = null) : CaseEvent(At);

    /// <summary>The grant was refused (不支給決定).</summary>
    public sealed record GrantRefused(
        Instant At, string Reason, string? Document = null, Signatures? Signed = null) : CaseEvent(At);

    /// <summary>The payment of the grant was released (支払承認). The bank transfer follows outside this system.</summary>
    public sealed record PaymentReleased(
        Instant At, long Yen, string ProposedBy, string ApprovedBy, Signatures? Signed = null) : CaseEvent(At);

    /// <summary>Something happened to the money of the decided grant.</summary>
    public sealed record MoneyMoved(Instant At, PaymentEvent What) : CaseEvent(At);

    /// <summary>Staff sent a notice again, to the same address or to another.</summary>
    public sealed record NoticeRepeated(
        Instant At, string Key, NoticeId Original, Instant OriginalAt, string Subject, IReadOnlyList<string> Paragraphs,
        string To, string Reason, string By, Signatures? Signed = null, IReadOnlyList<NoticeFact>? Facts = null)
        : CaseEvent(At);

    /// <summary>Staff wrote to the company, as an answer to a mail of it or by themselves.</summary>
    public sealed record MessageSent(
        Instant At, string Key, string Subject, IReadOnlyList<string> Paragraphs, string By, string? Mail = null) : CaseEvent(At);

    /// <summary>Staff took a file that came by mail for a review; when the mail was received stands in the filing.</summary>
    public sealed record MailFileTaken(Instant At, Step Of, Filing Filing, string Mail, string By) : CaseEvent(At);

    /// <summary>The company declined (辞退).</summary>
    public sealed record Declined(Instant At, string Reason) : CaseEvent(At);

    /// <summary>The company retracted (撤回).</summary>
    public sealed record Retracted(Instant At, string Reason) : CaseEvent(At);

    /// <summary>The company abandoned the work (中止).</summary>
    public sealed record Abandoned(Instant At, string Reason) : CaseEvent(At);

    /// <summary>Staff moved a deadline of this case.</summary>
    public sealed record CutoffExtended(
        Instant At, Step Of, LocalDate Date, string Reason, string ApprovedBy, Signatures? Signed = null)
        : CaseEvent(At);

    /// <summary>
    /// A rung of the reminder ladder fell due. Earlier rungs of the same deadline are done with as well.
    /// </summary>
    public sealed record ReminderFellDue(Instant At, Step Of, LocalDate Deadline, int BusinessDaysBefore, string Rung)
        : CaseEvent(At);

    /// <summary>
    /// An envelope is there whose postmark has to be read by others as well. Until that is settled the case does not lapse.
    /// </summary>
    public sealed record EnvelopeRecorded(Instant At, string Key, bool? Mail = null) : CaseEvent(At);

    /// <summary>The envelope holds nothing back any more.</summary>
    public sealed record EnvelopeSettled(Instant At, string Key) : CaseEvent(At);

    /// <summary>A filing was not taken, and the company is told why.</summary>
    /// <param name="At">When it was decided.</param>
    /// <param name="Of">The step it was meant for; the review where it answers a correction.</param>
    /// <param name="Receipt">When and how it was received.</param>
    /// <param name="Key">What it is known by, so that it is told once.</param>
    /// <param name="Refusal">Why.</param>
    public sealed record FilingRefused(Instant At, Step Of, Receipt Receipt, string Key, Refusal Refusal)
        : CaseEvent(At);

    /// <summary>A deadline passed without a filing, and so did the wait for the post (期限徒過).</summary>
    public sealed record Lapsed(Instant At, Step In, LocalDate Deadline) : CaseEvent(At);

    /// <summary>A lapse was undone, because a filing turned out to be on time or staff moved the deadline.</summary>
    public sealed record Reinstated(Instant At, Step To) : CaseEvent(At);

    /// <summary>The company asked for a contact with another e-mail address. A change that was open is void.</summary>
    public sealed record ContactChangeRequested(Instant At, int Number, Contact Contact) : CaseEvent(At);

    /// <summary>One of the two addresses is asked to confirm the change.</summary>
    public sealed record ContactConfirmationAsked(Instant At, ContactConfirmation Confirmation) : CaseEvent(At);

    /// <summary>One of the two addresses confirmed the change.</summary>
    public sealed record ContactConfirmed(Instant At, ContactConfirmation Confirmation) : CaseEvent(At);

    /// <summary>The contact changed; notices go to it from now on.</summary>
    public sealed record ContactChanged(Instant At, Contact Contact) : CaseEvent(At);

    /// <summary>
    /// Staff changed the contact after a call (事務局による連絡先の変更). Links until now are void; a change that was open is
    /// void too.
    /// </summary>
    /// <param name="At">When it was approved.</param>
    /// <param name="Contact">The new contact.</param>
    /// <param name="Check">The call.</param>
    /// <param name="Reason">Why, for the office only.</param>
    /// <param name="Signed">Who proposed and who approved.</param>
    public sealed record ContactReplaced(
        Instant At, Contact Contact, PhoneCheck Check, string Reason, Signatures? Signed) : CaseEvent(At);

    /// <summary>The address until now is told, without a link, that another one has taken its place.</summary>
    /// <param name="At">When.</param>
    /// <param name="Former">The address until now.</param>
    public sealed record FormerContactTold(Instant At, string Former) : CaseEvent(At);
}
