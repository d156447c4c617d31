using Tedori.Functions.Components.Forms;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Workflows.Notices;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff.Post;

/// <summary>The form for an envelope.</summary>
/// <param name="Edition">The programme.</param>
/// <param name="State">The case, or null before it is known.</param>
/// <param name="Form">What was posted.</param>
/// <param name="Errors">What is wrong with it.</param>
/// <param name="Key">Key of the request: sent twice it is one envelope.</param>
/// <param name="Member">Who looks.</param>
/// <param name="Token">The form's token.</param>
public sealed record NewPostModel(
    Edition Edition, CaseState? State, PostedForm Form, IReadOnlyList<FieldError> Errors, string Key,
    StaffMember Member, FormToken Token)
{
    /// <summary>What is typed of it.</summary>
    public TypedPaper Typed => new(Edition, State, Form, Errors, Token);

    /// <summary>The mails that would leave, or null before the preview.</summary>
    public ExpectedMails? Mails { get; init; }

    /// <summary>The files that were sent with the form, or an empty text.</summary>
    public string Kept { get; init; } = "";
}
