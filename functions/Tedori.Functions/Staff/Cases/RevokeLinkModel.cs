using Tedori.Functions.Components.Forms;
using Tedori.Programme.Cases;
using Tedori.Workflows.Access;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff.Cases;

/// <summary>The page on which one link is voided.</summary>
/// <param name="State">The case.</param>
/// <param name="Link">The link.</param>
/// <param name="Form">What was posted.</param>
/// <param name="Errors">What is wrong with it.</param>
/// <param name="Ready">Whether only the second click is missing.</param>
/// <param name="Member">Who looks.</param>
/// <param name="Token">The form's token.</param>
public sealed record RevokeLinkModel(
    CaseState State, ListedLink Link, PostedForm Form, IReadOnlyList<FieldError> Errors, bool Ready, StaffMember Member,
    FormToken Token)
{
    /// <summary>Field of the reason.</summary>
    public const string ReasonField = "reason";

    /// <summary>Where the form is posted to.</summary>
    public string Path => $"/staff/cases/{State.Id}/links/{Link.Notice.Id}";
}
