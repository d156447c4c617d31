using Tedori.Functions.Components.Forms;
using Tedori.Programme.Approvals;
using Tedori.Workflows.Approvals;
using Tedori.Workflows.Notices;
using Tedori.Workflows.Office;
using Tedori.Workflows.Rounds;

namespace Tedori.Functions.Staff.Approvals;

/// <summary>One proposal.</summary>
/// <param name="Proposal">The proposal.</param>
/// <param name="Rows">Its actions; with what each would do while it waits.</param>
/// <param name="Member">Who looks.</param>
/// <param name="Token">The form's token.</param>
/// <param name="Errors">Why what was asked was not done.</param>
public sealed record ProposalModel(
    Proposal Proposal, IReadOnlyList<ActionRow> Rows, StaffMember Member, FormToken Token,
    IReadOnlyList<FieldError> Errors)
{
    /// <summary>The mails that would leave while it waits.</summary>
    public ExpectedMails Mails { get; init; } = ExpectedMails.None;

    /// <summary>What became of each action since it was approved.</summary>
    public IReadOnlyList<ActionVerdict> Verdicts { get; init; } = [];

    /// <summary>What became of each part of actions that reach many cases.</summary>
    public IReadOnlyList<PartVerdict> Parts { get; init; } = [];

    /// <summary>How far it is while it is being done, else null.</summary>
    public Running? Progress { get; init; }

    /// <summary>Cases that an action on a whole round left alone, with why.</summary>
    public IReadOnlyList<CaseVerdict> LeftAlone => [.. Parts.SelectMany(p => p.Cases).Where(c => c.Refusal is not null)];

    /// <summary>Whether it waits for a decision.</summary>
    public bool Open => Proposal.State == ProposalState.Open;

    /// <summary>Whether the member proposed it, and so cannot decide about it.</summary>
    public bool Own => Proposal.ProposedBy == Member.Id;
}
