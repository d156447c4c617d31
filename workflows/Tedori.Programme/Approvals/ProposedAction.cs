using System.Text.Json.Serialization;
using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;

namespace Tedori.Programme.Approvals;

/// <summary>
/// Something that takes effect only when a second person approves it (決裁を要する処理). Type names and fields are storage
/// format: add, never change.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "action")]
[JsonDerivedType(typeof(ReleaseResult), "releaseResult")]
[JsonDerivedType(typeof(PassEligibility), "passEligibility")]
[JsonDerivedType(typeof(FailEligibility), "failEligibility")]
[JsonDerivedType(typeof(GrantClaim), "grantClaim")]
[JsonDerivedType(typeof(RefuseClaim), "refuseClaim")]
[JsonDerivedType(typeof(ExtendCase), "extendCase")]
[JsonDerivedType(typeof(ExtendRound), "extendRound")]
[JsonDerivedType(typeof(ReleasePayment), "releasePayment")]
[JsonDerivedType(typeof(RevokeLinks), "revokeLinks")]
[JsonDerivedType(typeof(ReplaceContact), "replaceContact")]
[JsonDerivedType(typeof(ChangeClosedDay), "changeClosedDay")]
[JsonDerivedType(typeof(CarryPlaces), "carryPlaces")]
[JsonDerivedType(typeof(FilePost), "filePost")]
[JsonDerivedType(typeof(JudgeAttempt), "judgeAttempt")]
[JsonDerivedType(typeof(DrawAgain), "drawAgain")]
[JsonDerivedType(typeof(AnnounceThrow), "announceThrow")]
[JsonDerivedType(typeof(Promote), "promote")]
[JsonDerivedType(typeof(RepeatNotice), "repeatNotice")]
[JsonDerivedType(typeof(SettleLot), "settleLot")]
[JsonDerivedType(typeof(JoinEntries), "joinEntries")]
[JsonDerivedType(typeof(MoveWindow), "moveWindow")]
[JsonDerivedType(typeof(DeclareOutage), "declareOutage")]
public abstract record ProposedAction
{
    private ProposedAction()
    {
    }

    /// <summary>Releases the drawn result of a round for publication (抽選結果の公表).</summary>
    public sealed record ReleaseResult(RoundId Round) : ProposedAction;

    /// <summary>
    /// Passes the eligibility review (通過決定): its checklist is complete, or each open line has its reason.
    /// </summary>
    public sealed record PassEligibility(CaseId Case, IReadOnlyList<OpenLine> Open) : ProposedAction;

    /// <summary>Fails the eligibility review (不通過決定).</summary>
    public sealed record FailEligibility(CaseId Case, string Reason) : ProposedAction;

    /// <summary>Decides the grant for the approved items and persons (支給決定).</summary>
    public sealed record GrantClaim(
        CaseId Case, IReadOnlyList<int> Items, int Persons,
        IReadOnlyList<ItemRefusal>? Refused = null,
        IReadOnlyList<FindingReason>? Findings = null) : ProposedAction;

    /// <summary>Refuses the grant (不支給決定).</summary>
    public sealed record RefuseClaim(CaseId Case, string Reason) : ProposedAction;

    /// <summary>Moves a deadline of one case (期限の延長). The date is the new last day, Asia/Tokyo, inclusive.</summary>
    public sealed record ExtendCase(CaseId Case, Step Step, LocalDate Date, string Reason) : ProposedAction;

    /// <summary>Moves a deadline of a round, on one track or on both (null).</summary>
    public sealed record ExtendRound(
        RoundId Round, Step Step, LocalDate Date, Track? Track, string Reason) : ProposedAction;

    /// <summary>Releases the payment of a decided grant (支払の承認).</summary>
    public sealed record ReleasePayment(CaseId Case) : ProposedAction;

    /// <summary>
    /// Voids all links of the generation that was seen, so that only a new one opens the case (リンクの無効化).
    /// </summary>
    public sealed record RevokeLinks(CaseId Case, int Generation) : ProposedAction;

    /// <summary>
    /// Changes whom the office writes to, after a call to the company (事務局による連絡先の変更). Links until now are voided.
    /// </summary>
    public sealed record ReplaceContact(CaseId Case, Contact Contact, PhoneCheck Check, string Reason) : ProposedAction;

    /// <summary>Makes a date a closed day or an open one (休日表の変更). Asia/Tokyo.</summary>
    public sealed record ChangeClosedDay(LocalDate Date, bool Closed, string Name) : ProposedAction;

    /// <summary>Carries free places of an earlier round into a later one (予定社数の追加).</summary>
    public sealed record CarryPlaces(RoundId Round, int From, int Count) : ProposedAction;

    /// <summary>
    /// Sends a notice again (再通知) with all links so far voided, unless it keeps them. Without an address, to the case's
    /// own.
    /// </summary>
    public sealed record RepeatNotice(
        NoticeId Original, string? To, string Reason, bool? KeepsLinks = null) : ProposedAction;

    /// <summary>Draws a round again with a newly announced value (再抽選). The reason is published.</summary>
    public sealed record DrawAgain(RoundId Round, string Reason) : ProposedAction;

    /// <summary>
    /// Announces that a throw before witnesses decides the next draw of a round (立会抽選の予告). It is published.
    /// </summary>
    public sealed record AnnounceThrow(RoundId Round, string Machine, Instant Due) : ProposedAction;

    /// <summary>
    /// Gives the places that came back to the next of the ranking (繰上当選), where the edition has it so.
    /// </summary>
    public sealed record Promote(RoundId Round) : ProposedAction;

    /// <summary>
    /// Settles which of the entries that share a lot answers for the company, after staff asked it (担当者の確認).
    /// </summary>
    public sealed record SettleLot(RoundId Round, int Lot, CaseId Answers, string Reason) : ProposedAction;

    /// <summary>
    /// Decides before the sealing whether two entries that only look like one company share one lot (同一企業の判断).
    /// </summary>
    public sealed record JoinEntries(CaseId First, CaseId Second, bool Joined, string Reason) : ProposedAction;

    /// <summary>
    /// Moves the end of a round's entry window to a later instant, exclusive (受付期間の延長). The reason is published.
    /// </summary>
    public sealed record MoveWindow(RoundId Round, Instant Closes, string Reason) : ProposedAction;

    /// <summary>
    /// Declares a time in which the electronic channel was not there (システムの障害の届出). The reason is published.
    /// </summary>
    public sealed record DeclareOutage(Instant From, Instant Until, string Reason) : ProposedAction;

    /// <summary>Files what came by post where the postmark is illegible or decides the outcome (消印の認定).</summary>
    public sealed record FilePost(CaseId Case, string Post, Receipt.Post Receipt) : ProposedAction;

    /// <summary>
    /// Judges whether a mail that came before the deadline was an attempt to file (締切前の提出の認定). Where it was, what it
    /// brought is filed with the time at which the mail was received; where not, the company is told the reason.
    /// </summary>
    public sealed record JudgeAttempt(CaseId Case, string Post, bool Accepted, string Reason) : ProposedAction;
}
