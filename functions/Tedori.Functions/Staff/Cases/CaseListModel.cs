using NodaTime;
using Tedori.Functions.Components.Forms;
using Tedori.Programme.Editions;
using Tedori.Workflows.Directory;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff.Cases;

/// <summary>What the list of cases shows.</summary>
/// <param name="Member">Who looks.</param>
/// <param name="Token">For the forms of the page.</param>
/// <param name="Query">What was searched.</param>
/// <param name="Found">What was found.</param>
/// <param name="Editions">The programmes that are served.</param>
/// <param name="Members">Who may be in charge.</param>
/// <param name="Filters">The searches that the member keeps.</param>
/// <param name="Today">Date in Japan.</param>
/// <param name="Errors">What was wrong with the name of a search.</param>
public sealed record CaseListModel(
    StaffMember Member,
    FormToken Token,
    CaseQuery Query,
    CasePage Found,
    IReadOnlyList<Edition> Editions,
    IReadOnlyList<StaffMember> Members,
    IReadOnlyList<SavedFilter> Filters,
    LocalDate Today,
    IReadOnlyList<FieldError> Errors)
{
    /// <summary>The query of the address, without the page.</summary>
    public string Address => CaseQueryText.Write(Query);

    /// <summary>How long is left for a case, or null where nothing runs.</summary>
    public RemainingDays? Left(CaseListing listing)
    {
        ArgumentNullException.ThrowIfNull(listing);
        var edition = Editions.Single(e => e.Id == listing.Id.Round.Edition);
        return listing is { Outcome: null, Due: { } due } ? RemainingDays.Until(edition.Calendar, Today, due) : null;
    }

    /// <summary>Name of who is in charge.</summary>
    public string InCharge(CaseListing listing)
    {
        ArgumentNullException.ThrowIfNull(listing);
        return listing.Reviewer is null
            ? ""
            : Members.FirstOrDefault(m => m.Id == listing.Reviewer)?.Name ?? listing.Reviewer;
    }
}
