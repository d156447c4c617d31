using Tedori.Programme.Approvals;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff.Approvals;

/// <summary>The list of proposals.</summary>
/// <param name="Proposals">All, those that wait first.</param>
/// <param name="Member">Who looks.</param>
public sealed record ProposalsModel(IReadOnlyList<Proposal> Proposals, StaffMember Member);
