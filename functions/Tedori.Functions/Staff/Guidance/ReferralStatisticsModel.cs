using Tedori.Programme.Plans;
using Tedori.Workflows.CaseFiles;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff.Guidance;

/// <summary>How often companies were led to each measure.</summary>
/// <param name="Member">Who looks.</param>
/// <param name="Plans">The plans, the latest first, each with the counts of its measures.</param>
public sealed record ReferralStatisticsModel(
    StaffMember Member, IReadOnlyList<(Plan Plan, IReadOnlyList<ReferralCount> Counts)> Plans);
