using Tedori.Functions.Components.Forms;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Workflows.CaseFiles;
using Tedori.Workflows.Notices;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff.Approvals;

/// <summary>The form of a proposal and its dry run.</summary>
/// <param name="Kind">What is proposed, or null where it has to be chosen.</param>
/// <param name="Form">What was posted, or what the query prefilled.</param>
/// <param name="Edition">The programme of the case.</param>
/// <param name="State">The case where there is exactly one.</param>
/// <param name="Events">How many events it has.</param>
/// <param name="Rounds">All rounds.</param>
/// <param name="Member">Who looks.</param>
/// <param name="Token">The form's token.</param>
public sealed record ProposeModel(
    ProposalKind? Kind, PostedForm Form, Edition Edition, CaseState? State, int? Events, IReadOnlyList<RoundId> Rounds,
    StaffMember Member, FormToken Token)
{
    /// <summary>What is wrong.</summary>
    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    /// <summary>The dry run; empty before it.</summary>
    public IReadOnlyList<ActionRow> Rows { get; init; } = [];

    /// <summary>Whether it can be proposed as it is.</summary>
    public bool Ready { get; init; }

    /// <summary>What happened since the form was shown.</summary>
    public IReadOnlyList<CaseEvent> Changed { get; init; } = [];

    /// <summary>The mails that would leave once it is approved, or null before the dry run.</summary>
    public ExpectedMails? Mails { get; init; }

    /// <summary>Lines of the checklist that stay open where the case passes: each needs a reason.</summary>
    public IReadOnlyList<ChecklistEntry> Open { get; init; } = [];

    /// <summary>Which version of each of several cases is on the screen; empty where there is one.</summary>
    public string Versions { get; init; } = "";

    /// <summary>Key of the request that proposes: sent twice it is one proposal.</summary>
    public string Key { get; init; } = "";

    /// <summary>The reasons that the edition offers for this kind.</summary>
    public IEnumerable<DecisionReason> Reasons =>
        Edition.Reasons.Where(r => r.Review == (Kind?.Id == "refuse" ? Step.ClaimReview : Step.EligibilityReview));
}
