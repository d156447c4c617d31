using NodaTime;
using Tedori.Functions.Components.Forms;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Workflows.Notices;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff.Reviews;

/// <summary>What the review of a case shows.</summary>
/// <param name="Edition">The programme.</param>
/// <param name="State">The case.</param>
/// <param name="Events">How many events the case has: what the member has seen.</param>
/// <param name="History">All its events with their numbers.</param>
/// <param name="Member">Who looks.</param>
/// <param name="Token">The form's token.</param>
/// <param name="Now">The time.</param>
public sealed record ReviewModel(
    Edition Edition, CaseState State, int Events, IReadOnlyList<(int Number, CaseEvent Event)> History,
    StaffMember Member,
    FormToken Token, Instant Now)
{
    /// <summary>Fields of the form for corrections.</summary>
    public const int Items = 5;

    /// <summary>What was posted and refused; empty on the first visit.</summary>
    public PostedForm Form { get; init; } = PostedForm.Empty;

    /// <summary>What is wrong with it.</summary>
    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    /// <summary>The mails that would leave if what was posted were done, or null where that was not asked.</summary>
    public ExpectedMails? Mails { get; init; }

    /// <summary>Which act is shown before it is done: the value of its button, or null.</summary>
    public string? Shown => Mails is null ? null : ReviewForm.ActOf(Form);

    /// <summary>What colleagues or the company did since the form was shown.</summary>
    public IReadOnlyList<CaseEvent> Changed { get; init; } = [];

    /// <summary>What was done just now, or null.</summary>
    public string? Done { get; init; }

    /// <summary>Whether a review is under way.</summary>
    public bool Reviewing => State.Step is Step.EligibilityReview or Step.ClaimReview;

    /// <summary>Whether a visit can be recorded.</summary>
    public bool VisitMissing => State.Step is Step.ProjectRegistration or Step.Implementation or Step.Claim
            or Step.ClaimReview
        && State.Visits.Count < Edition.Visits.Required;

    /// <summary>All corrections that were ever asked for, with what became of them.</summary>
    public IEnumerable<(Correction Correction, string State)> Corrections =>
        History.Select(h => h.Event).OfType<CaseEvent.CorrectionRequested>().Select(
            e => (e.Correction, StateOf(e.Correction.Number)));

    private string StateOf(int number) => History.Select(h => h.Event).LastOrDefault(e =>
        (e is CaseEvent.CorrectionAnswered a && a.Number == number)
        || (e is CaseEvent.CorrectionWithdrawn w && w.Number == number)) switch
    {
        CaseEvent.CorrectionAnswered => "回答済み",
        CaseEvent.CorrectionWithdrawn => "取下げ",
        _ => "回答待ち",
    };
}
