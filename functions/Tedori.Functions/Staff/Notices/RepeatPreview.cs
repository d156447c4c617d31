using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Workflows.Notices;

namespace Tedori.Functions.Staff.Notices;

/// <summary>What would be sent again.</summary>
/// <param name="Notices">The notices that were chosen.</param>
/// <param name="Without">Cases that have no such notice.</param>
/// <param name="First">The first of the new notices, composed for its real case.</param>
/// <param name="Mail">The same as the mail will read.</param>
/// <param name="NeedsApproval">Whether a second person has to approve it.</param>
public sealed record RepeatPreview(
    IReadOnlyList<NoticeId> Notices, IReadOnlyList<CaseId> Without, Notice First, RenderedMail Mail,
    bool NeedsApproval);
