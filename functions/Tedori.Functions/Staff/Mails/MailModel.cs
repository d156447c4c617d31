using Tedori.Functions.Components.Forms;
using Tedori.Programme.Filings;
using Tedori.Workflows.Inbound;
using Tedori.Workflows.Notices;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff.Mails;

/// <summary>A mail that came in.</summary>
/// <param name="Member">Who looks.</param>
/// <param name="Token">For the forms of the page.</param>
/// <param name="Mail">The mail.</param>
/// <param name="Company">Name of the company of its case, or null.</param>
/// <param name="Typed">The number that was typed and could not be taken; empty otherwise.</param>
/// <param name="Errors">What was wrong.</param>
public sealed record MailModel(
    StaffMember Member, FormToken Token, InboundMail Mail, string? Company, string Typed, IReadOnlyList<FieldError> Errors)
{
    /// <summary>The form whose documents the review is about that runs, or null where none runs.</summary>
    public FilingForm? Review { get; init; }

    /// <summary>The value by which a mail is filed; without it is shown what filing it would do.</summary>
    public const string DoFile = "file";

    /// <summary>What filing it with the case that was typed would do, or null.</summary>
    public ExpectedMailFiling? Filing { get; init; }

    /// <summary>How the mail stands: whoever does something about it says what was seen.</summary>
    public string Seen { get; init; } = "";

    /// <summary>The file that would be taken, or null.</summary>
    public TakenFile? Taking { get; init; }

    /// <summary>
    /// Address of the contact of its case where another wrote it: whoever did may be of the company or not. Null else.
    /// </summary>
    public string? Registered { get; init; }

    /// <summary>Whether the edition allows it to be recorded as an attempt to file.</summary>
    public bool MayBeAttempt { get; init; }

    /// <summary>Whether a form of its case is open that a draft can be filed with.</summary>
    public bool MayBeDraft { get; init; }

    /// <summary>Id of the field that says what a file is.</summary>
    public static string SlotOf(string sha256) => $"slot-{sha256}";

    /// <summary>Path of the page.</summary>
    public string Path => $"/staff/mails/{Mail.Id}";
}

/// <summary>A file of a mail that would be taken for a review.</summary>
/// <param name="Sha256">Its digest.</param>
/// <param name="Slot">Which document it is, as the form names it.</param>
/// <param name="Mails">What the company would be told.</param>
public sealed record TakenFile(string Sha256, string Slot, ExpectedMails Mails);
