using Tedori.Functions.Components.Forms;
using Tedori.Programme.Cases;
using Tedori.Workflows.Notices;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff.Notices;

/// <summary>The form that sends notices again.</summary>
/// <param name="State">The case whose notices are chosen from, or null where cases and a kind are given.</param>
/// <param name="Notices">Its notices.</param>
/// <param name="Form">What was posted.</param>
/// <param name="Errors">What is wrong with it.</param>
/// <param name="Preview">What would be sent, or null before that is known.</param>
/// <param name="Key">Key of the request: sent twice it is one job.</param>
/// <param name="Member">Who looks.</param>
/// <param name="Token">The form's token.</param>
public sealed record RepeatModel(
    CaseState? State, IReadOnlyList<ListedNotice> Notices, PostedForm Form, IReadOnlyList<FieldError> Errors,
    RepeatPreview? Preview,
    string Key, StaffMember Member, FormToken Token);
