using Tedori.Functions.Components.Forms;
using Tedori.Programme.Approvals;
using Tedori.Programme.Cases;
using Tedori.Workflows.Approvals;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff.Approvals;

/// <summary>One proposal.</summary>
/// <param name="Proposal">The proposal.</param>
/// <param name="Rows">Its actions; with what each would do while it waits.</param>
/// <param name="Verdicts">What became of each since it was approved.</param>
/// <param name="Letter">The letter that would be sent, or null.</param>
/// <param name="Member">Who looks.</param>
/// <param name="Token">The form's token.</param>
/// <param name="Errors">Why what was asked was not done.</param>
public sealed record ProposalModel(
    Proposal Proposal, IReadOnlyList<ActionRow> Rows, IReadOnlyList<ActionVerdict> Verdicts, Notice? Letter,
    StaffMember Member,
    FormToken Token, IReadOnlyList<FieldError> Errors)
{
    /// <summary>Whether it waits for a decision.</summary>
    public bool Open => Proposal.State == ProposalState.Open;

    /// <summary>Whether the member proposed it, and so cannot decide about it.</summary>
    public bool Own => Proposal.ProposedBy == Member.Id;
}
