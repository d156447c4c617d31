using Tedori.Functions.Http;
using Tedori.Pages.Forms;
using Tedori.Pages.Staff.Cases;
using Tedori.Programme;
using Tedori.Programme.Editions;
using Tedori.Workflows.CaseFiles;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff;

/// <summary>Finds the case that a path names, and what its page shows.</summary>
public sealed class StaffFolders(EditionShelf editions, FolderReader reader, PaperReader papers, StaffRoster roster)
{
    /// <summary>The case with its edition, or null where there is none.</summary>
    public async Task<(Edition Edition, CaseFolder Folder)?> FindAsync(string id, CancellationToken cancellation)
    {
        if (!CaseId.TryParse(id, out var caseId) || editions.All.All(e => e.Id != caseId.Round.Edition))
            return null;
        return await reader.ReadAsync(caseId, cancellation) is { } folder ? (editions.Of(caseId), folder) : null;
    }

    /// <summary>What the page of the case shows.</summary>
    public async Task<StaffCaseModel> ModelAsync(
        StaffVisit visit, Edition edition, CaseFolder folder, IReadOnlyList<FieldError> errors)
    {
        ArgumentNullException.ThrowIfNull(visit);
        await roster.MeetAsync(visit.Member, visit.Cancellation);
        var members = await roster.AllAsync(visit.Cancellation);
        return new(
            visit.Member, visit.Token, edition, folder, members, visit.Form, errors, visit.ReceivedAt,
            await papers.ReadAsync(folder, visit.Cancellation));
    }
}
