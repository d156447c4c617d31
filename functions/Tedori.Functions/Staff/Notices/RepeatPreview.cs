using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Workflows.Notices;

namespace Tedori.Functions.Staff.Notices;

/// <summary>What would be sent again.</summary>
/// <param name="Notices">The notices that were chosen.</param>
/// <param name="Without">Cases that have no such notice.</param>
/// <param name="Mails">The mails that would leave.</param>
/// <param name="NeedsApproval">Whether a second person has to approve it.</param>
public sealed record RepeatPreview(
    IReadOnlyList<NoticeId> Notices, IReadOnlyList<CaseId> Without, ExpectedMails Mails,
    bool NeedsApproval);
