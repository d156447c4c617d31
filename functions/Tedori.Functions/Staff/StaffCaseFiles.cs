using Tedori.Functions.Components.Forms;
using Tedori.Functions.Http;
using Tedori.Functions.Staff.Cases;
using Tedori.Programme;
using Tedori.Programme.Editions;
using Tedori.Programme.Plans;
using Tedori.Workflows.CaseFiles;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Office;
using Tedori.Workflows.Rounds;

namespace Tedori.Functions.Staff;

/// <summary>Finds the case that a path names, and what its page shows.</summary>
public sealed class StaffCaseFiles(
    EditionCatalog editions, CaseFileReader reader, PaperReader papers, StaffRoster roster,
    ReferralRecords referrals, PlanSet plans, RoundRecords rounds)
{
    /// <summary>The case with its edition, or null where there is none.</summary>
    public async Task<(Edition Edition, CaseFile Folder)?> FindAsync(string id, CancellationToken cancellation)
    {
        if (!CaseId.TryParse(id, out var caseId) || editions.All.All(e => e.Id != caseId.Round.Edition))
            return null;
        return await reader.ReadAsync(caseId, cancellation) is { } folder ? (editions.Of(caseId), folder) : null;
    }

    /// <summary>What the page of the case shows.</summary>
    public async Task<StaffCaseModel> ModelAsync(
        StaffRequest page, Edition edition, CaseFile folder, IReadOnlyList<FieldError> errors)
    {
        ArgumentNullException.ThrowIfNull(page);
        await roster.MeetAsync(page.Member, page.Cancellation);
        var members = await roster.AllAsync(page.Cancellation);
        return new(
            page.Member, page.Token, edition, folder, members, page.Form, errors, page.ReceivedAt,
            await papers.ReadAsync(folder, page.Cancellation))
        {
            Round = (await rounds.StateAsync(folder.State.Id.Round, page.Cancellation)).State,
            Plan = plans.Of(edition),
            Supports = Referrals.Of(plans, edition, folder.State),
            Referred = await referrals.OfAsync(folder.State.Id, page.Cancellation),
        };
    }
}
