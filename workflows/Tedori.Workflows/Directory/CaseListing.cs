using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;

namespace Tedori.Workflows.Directory;

/// <summary>A case as staff's lists show it: a projection, rebuilt from the case at will. Storage format.</summary>
/// <param name="Id">The case.</param>
/// <param name="Events">Number of events it was made from; a listing of more events replaces one of fewer.</param>
/// <param name="Step">Where the case stands.</param>
/// <param name="Outcome">How it ended, or null.</param>
/// <param name="Track">The track, once it is fixed.</param>
/// <param name="Since">Since when it stands there.</param>
/// <param name="Due">The deadline that runs for the company, Asia/Tokyo, inclusive, or null.</param>
/// <param name="CorrectionOpen">Whether a correction waits for the company.</param>
/// <param name="CompanyName">Name of the company.</param>
/// <param name="CorporateNumber">13 digits, or null.</param>
/// <param name="Phone">Phone number.</param>
/// <param name="Email">Address.</param>
/// <param name="Reviewer">Id of the member of staff it is assigned to, or null.</param>
/// <param name="Answered">How many corrections the company has answered.</param>
/// <param name="GrantYen">The amount granted in yen; null before, and in listings older than this field.</param>
public sealed record CaseListing(
    CaseId Id,
    int Events,
    Step Step,
    Outcome? Outcome,
    Track? Track,
    Instant Since,
    LocalDate? Due,
    bool CorrectionOpen,
    string CompanyName,
    string? CorporateNumber,
    string Phone,
    string Email,
    string? Reviewer = null,
    int Answered = 0,
    long? GrantYen = null)
{
    /// <summary>The listing of a case.</summary>
    public static CaseListing Of(Edition edition, CaseState state, int events)
    {
        ArgumentNullException.ThrowIfNull(state);
        return new(
            state.Id, events, state.Step, state.Outcome, state.Project?.Track, state.Since,
            CaseSchedule.Current(edition, state)?.Date, state.Correction is not null,
            state.Entry.CompanyName, state.Entry.CorporateNumber, state.Entry.Phone, state.Entry.Email,
            Answered: state.Answered.Count, GrantYen: state.GrantYen);
    }
}
