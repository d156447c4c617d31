using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Filings;
using Tedori.Programme.Grants;

namespace Tedori.Functions.Applicants.Filings;

/// <summary>The receipt of a filing.</summary>
/// <param name="Frame">Case and token.</param>
/// <param name="Edition">The programme.</param>
/// <param name="Company">Name of the company.</param>
/// <param name="Number">Its number in the case: that of the event which took it in.</param>
/// <param name="Event">The event that took it in.</param>
/// <param name="Paper">What was stated, or null where it came by post.</param>
/// <param name="Versions">All versions of it, in order.</param>
/// <param name="MayReplace">Whether it can be replaced now.</param>
public sealed record FiledModel(
    MyFrame Frame, Edition Edition, string Company, int Number, CaseEvent Event, FilingPaper? Paper,
    IReadOnlyList<FiledVersion> Versions, bool MayReplace)
{
    /// <summary>The filing.</summary>
    public Filing Filing => EventLabels.FilingOf(Event)!;

    /// <summary>
    /// What would be paid if all of it were approved that counts; null for filings without items, and for a registration on
    /// paper, whose persons nobody has counted.
    /// </summary>
    public AmountReason? Expected => (Event, Persons) switch
    {
        (CaseEvent.ProjectRegistered e, { } persons) => AmountReason.Of(Edition, e.Project.Items, persons),
        (CaseEvent.ClaimSubmitted e, { } persons) => AmountReason.Of(Edition, e.Claim.Items, persons),
        _ => null,
    };

    private int? Persons => Paper is { } paper
        ? ItemAnswers.Counted(Edition, new(paper.Answers)).Count
        : (Event as CaseEvent.ClaimSubmitted)?.Claim.Persons;
}
