namespace Tedori.Workflows.Audit;

/// <summary>What an entry of the audit log is about. Storage format: add, never change.</summary>
public static class AuditActions
{
    /// <summary>Saw once more the page that answered what was sent; the detail is where it was sent to.</summary>
    public const string ViewAnswer = "viewAnswer";

    /// <summary>Saw the list of what is due.</summary>
    public const string ViewToday = "viewToday";

    /// <summary>Saw a list of cases; the detail is the search.</summary>
    public const string ViewCases = "viewCases";

    /// <summary>Exported a list of cases.</summary>
    public const string ExportCases = "exportCases";

    /// <summary>Saw a case.</summary>
    public const string ViewCase = "viewCase";

    /// <summary>Opened a file of a case; the detail is its digest.</summary>
    public const string OpenFile = "openFile";

    /// <summary>Saw a mail that came in, or the list of them; the subject is its id.</summary>
    public const string ViewMail = "viewMail";

    /// <summary>Took a mail as it came; the subject is its id.</summary>
    public const string ExportMail = "exportMail";

    /// <summary>Filed a mail with a case; the detail is the case.</summary>
    public const string FileMail = "fileMail";

    /// <summary>Noted that nothing is left to do about a mail.</summary>
    public const string FinishMail = "finishMail";

    /// <summary>Put a file of a mail among the draft files of its case; the detail is its digest.</summary>
    public const string TakeMailFile = "takeMailFile";

    /// <summary>Took a file of a mail as a document of a review.</summary>
    public const string TakeMailEvidence = "takeMailEvidence";

    /// <summary>Recorded a mail as an attempt to file before a deadline.</summary>
    public const string RecordAttempt = "recordAttempt";

    /// <summary>Sent a notice to the office that was only tried; the subject is the case, the detail the kind.</summary>
    public const string TryNotice = "tryNotice";

    /// <summary>Took the dossier of a case.</summary>
    public const string ExportDossier = "exportDossier";

    /// <summary>Wrote a note.</summary>
    public const string AddNote = "addNote";

    /// <summary>Recorded to which measure of the cooperation plan a company was led; the detail is its id.</summary>
    public const string RecordReferral = "recordReferral";

    /// <summary>Saw how often companies were led to each measure.</summary>
    public const string ViewReferrals = "viewReferrals";

    /// <summary>Put somebody in charge of a case.</summary>
    public const string AssignCase = "assignCase";

    /// <summary>Ticked entries of a checklist, or took ticks back.</summary>
    public const string TickChecklist = "tickChecklist";

    /// <summary>A review began, so that the company cannot replace what is reviewed.</summary>
    public const string BeginReview = "beginReview";

    /// <summary>Kept a search under a name.</summary>
    public const string SaveFilter = "saveFilter";

    /// <summary>Removed a kept search.</summary>
    public const string RemoveFilter = "removeFilter";

    /// <summary>Marked a task as done.</summary>
    public const string FinishTask = "finishTask";

    /// <summary>Saw how the rounds stand.</summary>
    public const string ViewRounds = "viewRounds";

    /// <summary>Started all orchestrations from the records.</summary>
    public const string Rearm = "rearm";

    /// <summary>Typed what fell before witnesses.</summary>
    public const string TypeThrow = "typeThrow";

    /// <summary>Saw the audit log.</summary>
    public const string ViewAudit = "viewAudit";

    /// <summary>Exported the audit log.</summary>
    public const string ExportAudit = "exportAudit";

    /// <summary>Saw the review of a case.</summary>
    public const string ViewReview = "viewReview";

    /// <summary>Passed a review.</summary>
    public const string PassReview = "pass";

    /// <summary>Asked for a correction.</summary>
    public const string AskCorrection = "correction";

    /// <summary>Withdrew a correction.</summary>
    public const string WithdrawCorrection = "withdraw";

    /// <summary>Recorded an expert visit.</summary>
    public const string RecordVisit = "visit";

    /// <summary>Proposed something.</summary>
    public const string Propose = "propose";

    /// <summary>Saw a proposal.</summary>
    public const string ViewProposal = "viewProposal";

    /// <summary>Approved a proposal.</summary>
    public const string ApproveProposal = "approveProposal";

    /// <summary>Sent a proposal back.</summary>
    public const string RejectProposal = "rejectProposal";

    /// <summary>Took a proposal back.</summary>
    public const string WithdrawProposal = "withdrawProposal";

    /// <summary>Saw the notices of a case.</summary>
    public const string ViewNotices = "viewNotices";

    /// <summary>Wrote to a company.</summary>
    public const string SendMessage = "sendMessage";

    /// <summary>Sent notices again.</summary>
    public const string RepeatNotices = "repeatNotices";

    /// <summary>Saw a link that was sent to a company; the detail is its notice.</summary>
    public const string ViewLink = "viewLink";

    /// <summary>Voided one link; the detail is its notice and the reason.</summary>
    public const string RevokeLink = "revokeLink";

    /// <summary>Saw the list of the post.</summary>
    public const string ViewPost = "viewPost";

    /// <summary>Looked at the entries of a round that are, or look like, one company.</summary>
    public const string ViewCompanies = "viewCompanies";

    /// <summary>Saw an envelope.</summary>
    public const string ViewEnvelope = "viewEnvelope";

    /// <summary>Recorded an envelope.</summary>
    public const string RecordPost = "recordPost";

    /// <summary>Read a postmark.</summary>
    public const string ReadPostmark = "readPostmark";
}
