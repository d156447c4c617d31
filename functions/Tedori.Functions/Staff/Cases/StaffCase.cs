using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Tedori.Functions.Http;
using Tedori.Pages.Staff.Cases;
using Tedori.Workflows.Audit;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff.Cases;

/// <summary>One case.</summary>
public sealed class StaffCase(Door door, Answers answers, StaffFolders folders, StaffTrail trail)
{
    /// <summary>Shows it.</summary>
    [Function("StaffCase")]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "staff/cases/{id}")] HttpRequest request,
        string id) =>
        door.StaffAsync(request, StaffRole.Viewer, async visit =>
        {
            if (await folders.FindAsync(id, visit.Cancellation) is not var (edition, folder))
                return await answers.NotFoundAsync();
            await trail.SawAsync(visit, AuditActions.ViewCase, id);
            return await answers.PageAsync<StaffCasePage>(
                await folders.ModelAsync(visit, edition, folder, []));
        });
}
