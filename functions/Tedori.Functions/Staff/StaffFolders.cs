using Tedori.Programme.Cases;
using Tedori.Programme.Programmes;
using Tedori.Workflows;
using Tedori.Workflows.Folders;

namespace Tedori.Functions.Staff;

/// <summary>Finds the case that a path names.</summary>
public sealed class StaffFolders(EditionShelf editions, FolderReader reader)
{
    /// <summary>The case with its edition, or null where there is none.</summary>
    public async Task<(Edition Edition, CaseFolder Folder)?> FindAsync(string id, CancellationToken cancellation)
    {
        if (!CaseId.TryParse(id, out var caseId) || editions.All.All(e => e.Id != caseId.Round.Edition))
            return null;
        return await reader.ReadAsync(caseId, cancellation) is { } folder ? (editions.Of(caseId), folder) : null;
    }
}
