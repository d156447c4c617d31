using Tedori.Functions.Components.Forms;
using Tedori.Programme.Cases;
using Tedori.Workflows.Notices;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff.Notices;

/// <summary>The page on which a kind of notice is tried with a case.</summary>
/// <param name="Member">Who looks.</param>
/// <param name="Token">The form's token.</param>
/// <param name="Case">The receipt number as it was typed.</param>
/// <param name="Kind">The kind, or null before it is chosen.</param>
/// <param name="Tried">The notice, or null before it is asked for.</param>
/// <param name="To">Where it can be sent to, or null.</param>
/// <param name="Errors">What is wrong.</param>
/// <param name="Key">Key of the request that sends.</param>
public sealed record TryModel(
    StaffMember Member, FormToken Token, string Case, NoticeKind? Kind, TriedNotice? Tried, string? To,
    IReadOnlyList<FieldError> Errors, string Key)
{
    /// <summary>Whether it was sent just now.</summary>
    public bool Sent { get; init; }
}
