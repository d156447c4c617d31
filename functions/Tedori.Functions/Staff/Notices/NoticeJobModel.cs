using Tedori.Workflows.Notices;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff.Notices;

/// <summary>A job that sends notices again.</summary>
/// <param name="Job">The job.</param>
/// <param name="Verdicts">What became of each notice so far.</param>
/// <param name="Member">Who looks.</param>
/// <param name="Progress">How far it is while it is being done, else null.</param>
public sealed record NoticeJobModel(
    NoticeJob Job, IReadOnlyList<NoticeVerdict> Verdicts, StaffMember Member, Running? Progress);
