using Tedori.Functions.Components.Forms;
using Tedori.Programme.Filings;
using Tedori.Programme.Post;
using Tedori.Workflows.Notices;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff.Post;

/// <summary>One envelope.</summary>
/// <param name="Envelope">The envelope.</param>
/// <param name="Member">Who looks.</param>
/// <param name="Token">The form's token.</param>
/// <param name="Errors">Why what was asked was not done.</param>
public sealed record PostModel(Envelope Envelope, StaffMember Member, FormToken Token, IReadOnlyList<FieldError> Errors)
{
    /// <summary>What staff typed of it, or null where nothing was typed or its case asks for it no more.</summary>
    public FilingPaper? Paper { get; init; }

    /// <summary>What was typed, and is shown before it is recorded.</summary>
    public PostedForm Form { get; init; } = PostedForm.Empty;

    /// <summary>The mails that leave if the other reading is the same, or null before it is asked.</summary>
    public ExpectedMails? Mails { get; init; }

    /// <summary>
    /// Whether the member has read its postmark already. Nobody sees what another read before reading it.
    /// </summary>
    public bool HasRead => Envelope.Readings.Any(r => r.By == Member.Id);

    /// <summary>Whether the readings may be shown.</summary>
    public bool ShowsReadings => Envelope.State != EnvelopeState.AwaitingSecondReading || HasRead;
}
