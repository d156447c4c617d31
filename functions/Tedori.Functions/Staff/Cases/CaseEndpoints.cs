using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Tedori.Functions.Http;
using Tedori.Workflows.Audit;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff.Cases;

/// <summary>One case.</summary>
public sealed class CaseEndpoints(RequestPipeline pipeline, Responses responses, StaffCaseFiles folders, StaffTrail trail)
{
    /// <summary>Shows it.</summary>
    [Function("StaffCase")]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "staff/cases/{id}")] HttpRequest request,
        string id) =>
        pipeline.StaffAsync(request, StaffRole.Viewer, async page =>
        {
            if (await folders.FindAsync(id, page.Cancellation) is not var (edition, folder))
                return await responses.NotFoundAsync();
            await trail.SawAsync(page, AuditActions.ViewCase, id);
            return await responses.PageAsync<StaffCasePage>(
                await folders.ModelAsync(page, edition, folder, []));
        });
}
