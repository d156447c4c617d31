using NodaTime;
using Tedori.Programme.Entries;
using Tedori.Programme.Payments;
using Tedori.Programme.Signing;

namespace Tedori.Programme.Cases;

/// <summary>Something that somebody asks of a case. Carries its own time; repeating one is a no-op.</summary>
/// <param name="At">When it is decided.</param>
public abstract record CaseCommand(Instant At)
{
    /// <summary>Opens the case of an entry. The window has been checked by the round's service.</summary>
    public sealed record Enter(
        Instant At, CaseId Id, EntryForm Form, Instant ReceivedAt, string Key, string? Digest = null,
        bool? Shared = null)
        : CaseCommand(At);

    /// <summary>Tells that another entry of the same company came after.</summary>
    public sealed record TellShared(Instant At) : CaseCommand(At);

    /// <summary>Tells who waits for the draw that the entry window of its round ends later (受付期間の延長).</summary>
    /// <param name="At">When.</param>
    /// <param name="Closes">The new end of the window, exclusive.</param>
    /// <param name="Reason">Why, in Japanese; it is published.</param>
    public sealed record TellWindowMoved(Instant At, Instant Closes, string Reason) : CaseCommand(At);

    /// <summary>
    /// Tells the result of the draw: the rank, whether it won, and true where others share the lot.
    /// </summary>
    public sealed record RecordDraw(Instant At, int Rank, bool Won, bool? Shared = null) : CaseCommand(At);

    /// <summary>
    /// Tells that the lot won and staff have yet to settle which of the entries that share it answers for the company.
    /// </summary>
    public sealed record HoldResult(Instant At, int Rank) : CaseCommand(At);

    /// <summary>Gives a case that was not drawn the place of one that gave it back (繰上当選).</summary>
    public sealed record Promote(Instant At, int Rank, string ApprovedBy, Signatures? Signed = null) : CaseCommand(At);

    /// <summary>Tells that the entry takes no part in the draw.</summary>
    public sealed record Exclude(Instant At, Exclusion Reason) : CaseCommand(At);

    /// <summary>Files the company registration (企業情報の登録).</summary>
    public sealed record RegisterCompany(Instant At, Filing Filing) : CaseCommand(At);

    /// <summary>Asks for a correction (補正). Without a date the edition's period counts from today.</summary>
    public sealed record RequestCorrection(Instant At, IReadOnlyList<CorrectionItem> Items, LocalDate? Due = null)
        : CaseCommand(At);

    /// <summary>Files the answer to the correction with this number.</summary>
    public sealed record AnswerCorrection(
        Instant At, int Number, Filing Filing, IReadOnlyList<ItemStatement>? Stated = null) : CaseCommand(At);

    /// <summary>Takes the request for the correction with this number back.</summary>
    public sealed record WithdrawCorrection(Instant At, int Number) : CaseCommand(At);

    /// <summary>Tells that somebody has begun to review what was filed: from then on it cannot be replaced.</summary>
    /// <param name="At">When.</param>
    /// <param name="By">Id of the member of staff.</param>
    public sealed record BeginReview(Instant At, string By) : CaseCommand(At);

    /// <summary>Passes the eligibility review (通過決定). What was proposed before a replacement is refused.</summary>
    public sealed record PassEligibility(
        Instant At, Signatures? Signed = null, IReadOnlyList<OpenLine>? Open = null, Instant? ProposedAt = null)
        : CaseCommand(At);

    /// <summary>Fails the eligibility review (不通過決定). What was proposed before a replacement is refused.</summary>
    public sealed record FailEligibility(
        Instant At, string Reason, string? Document = null, Signatures? Signed = null, Instant? ProposedAt = null)
        : CaseCommand(At);

    /// <summary>Records an expert visit (専門家派遣).</summary>
    public sealed record RecordVisit(Instant At, int Number, LocalDate Date) : CaseCommand(At);

    /// <summary>Files the project registration (奨励金対象事業の登録).</summary>
    public sealed record RegisterProject(
        Instant At, Filing Filing, IReadOnlyList<int> Items, IReadOnlyList<ItemStatement>? Stated = null)
        : CaseCommand(At);

    /// <summary>Files the claim (支給申請).</summary>
    public sealed record SubmitClaim(
        Instant At, Filing Filing, IReadOnlyList<int> Items, int Persons,
        IReadOnlyList<ItemStatement>? Stated = null) : CaseCommand(At);

    /// <summary>
    /// Tells that an envelope is there whose postmark still has to be read (消印の確認待ち): nothing that would cost the company
    /// its case happens before that is settled.
    /// </summary>
    /// <param name="At">When.</param>
    /// <param name="Key">Key of the filing that the envelope becomes.</param>
    /// <param name="Mail">True where it is a mail that may have been an attempt to file; null else.</param>
    public sealed record RecordEnvelope(Instant At, string Key, bool? Mail = null) : CaseCommand(At);

    /// <summary>Tells that the envelope holds nothing back any more.</summary>
    public sealed record SettleEnvelope(Instant At, string Key) : CaseCommand(At);

    /// <summary>Tells the company that a filing of its was not taken, with the time or postmark and the rule.</summary>
    /// <param name="At">When.</param>
    /// <param name="Step">The step it was meant for; the review where it answers a correction.</param>
    /// <param name="Filing">The filing.</param>
    /// <param name="Refusal">Why it was not taken.</param>
    public sealed record RecordRefusal(Instant At, Step Step, Filing Filing, Refusal Refusal) : CaseCommand(At);

    /// <summary>
    /// Decides the grant for the approved items and persons (支給決定). What was proposed before a replacement is refused.
    /// </summary>
    public sealed record GrantClaim(
        Instant At, IReadOnlyList<int> Items, int Persons, string? Document = null,
        IReadOnlyList<ItemRefusal>? Refused = null, Signatures? Signed = null,
        IReadOnlyList<FindingReason>? Findings = null, Instant? ProposedAt = null)
        : CaseCommand(At);

    /// <summary>Refuses the grant (不支給決定). What was proposed before a replacement is refused.</summary>
    public sealed record RefuseClaim(
        Instant At, string Reason, string? Document = null, Signatures? Signed = null, Instant? ProposedAt = null)
        : CaseCommand(At);

    /// <summary>Releases the payment of a decided grant (支払の承認).</summary>
    public sealed record ReleasePayment(Instant At, Signatures Signed) : CaseCommand(At);

    /// <summary>Asks something about the money of the decided grant; it carries the same time.</summary>
    public sealed record MoveMoney(PaymentCommand What) : CaseCommand(What.At);

    /// <summary>Sends a notice again (再通知), also after the case is closed.</summary>
    /// <param name="At">When.</param>
    /// <param name="Key">Key of the request: the same key again is the same notice.</param>
    /// <param name="Original">The notice that is sent again.</param>
    /// <param name="To">Address it goes to now.</param>
    /// <param name="Reason">Why, in Japanese; staff only see it.</param>
    /// <param name="By">Who sends it again.</param>
    /// <param name="Signed">Who proposed and who approved an address that the company did not confirm, or null.</param>
    public sealed record RepeatNotice(
        Instant At, string Key, Notice Original, string To, string Reason, string By, Signatures? Signed = null)
        : CaseCommand(At);

    /// <summary>Writes to the company (事務局からの連絡), also after the case is closed.</summary>
    /// <param name="At">When.</param>
    /// <param name="Key">Key of the request: the same key again is the same message.</param>
    /// <param name="Subject">Its subject, in Japanese.</param>
    /// <param name="Paragraphs">Its text, a paragraph each.</param>
    /// <param name="By">Who writes.</param>
    /// <param name="Mail">Id of the mail that it answers, or null.</param>
    public sealed record SendMessage(
        Instant At, string Key, string Subject, IReadOnlyList<string> Paragraphs, string By, string? Mail = null)
        : CaseCommand(At);

    /// <summary>
    /// Takes a file that came by mail for the review that runs (メールの添付の受領): it is no filing and moves no deadline.
    /// </summary>
    /// <param name="At">When.</param>
    /// <param name="Filing">The file, under the key of mail and file, with when the mail was received.</param>
    /// <param name="Mail">Id of the mail.</param>
    /// <param name="By">Who takes it.</param>
    public sealed record TakeMailFile(Instant At, Filing Filing, string Mail, string By) : CaseCommand(At);

    /// <summary>Declines (辞退): before the eligibility decision.</summary>
    public sealed record Decline(Instant At, string Reason) : CaseCommand(At);

    /// <summary>Retracts (撤回): after the eligibility decision.</summary>
    public sealed record Retract(Instant At, string Reason) : CaseCommand(At);

    /// <summary>Abandons (中止) the work: after the project registration.</summary>
    public sealed record Abandon(Instant At, string Reason) : CaseCommand(At);

    /// <summary>Moves a deadline of this case to a later date.</summary>
    public sealed record ExtendCutoff(
        Instant At, Step Of, LocalDate Date, string Reason, string ApprovedBy, Signatures? Signed = null)
        : CaseCommand(At);

    /// <summary>Asks for another contact (担当者). A new e-mail address waits for its two confirmations.</summary>
    public sealed record RequestContactChange(Instant At, Contact Contact) : CaseCommand(At);

    /// <summary>Confirms the change of contact with this number from one of the two addresses.</summary>
    public sealed record ConfirmContact(Instant At, ContactConfirmation Confirmation) : CaseCommand(At);

    /// <summary>
    /// Staff change the contact, because the address until now reaches nobody: after a call, and with a second person.
    /// </summary>
    public sealed record ReplaceContact(
        Instant At, Contact Contact, PhoneCheck Check, string Reason, Signatures? Signed = null) : CaseCommand(At);

    /// <summary>Tells the case what time it is: whatever is due and not done is done.</summary>
    public sealed record PassTime(Instant At) : CaseCommand(At);
}
