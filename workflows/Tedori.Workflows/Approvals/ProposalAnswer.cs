using Tedori.Programme;
using Tedori.Programme.Approvals;

namespace Tedori.Workflows.Approvals;

/// <summary>A proposal after something was asked of it.</summary>
/// <param name="Proposal">As it stands, or null where there is none.</param>
/// <param name="Refusal">Why what was asked was not done, or null.</param>
public sealed record ProposalAnswer(Proposal? Proposal, Refusal? Refusal);
