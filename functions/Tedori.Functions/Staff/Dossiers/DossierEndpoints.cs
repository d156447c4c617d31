using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Tedori.Functions.Http;
using Tedori.Workflows.Audit;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff.Dossiers;

/// <summary>The dossier of a case.</summary>
public sealed class DossierEndpoints(
    RequestPipeline pipeline, Responses responses, StaffCaseFiles folders, DossierWriter writer, StaffTrail trail)
{
    /// <summary>Saves it.</summary>
    [Function("StaffDossier")]
    public Task<IActionResult> ExportAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "staff/cases/{id}/dossier.zip")] HttpRequest request,
        string id) =>
        pipeline.StaffAsync(request, StaffRole.Reviewer, async page =>
        {
            if (await folders.FindAsync(id, page.Cancellation) is not var (edition, folder))
                return await responses.NotFoundAsync();
            await trail.SawAsync(page, AuditActions.ExportDossier, id);
            return new StreamedResult(
                "application/zip", $"{id}.zip",
                (body, cancellation) => writer.WriteAsync(edition, folder, body, cancellation));
        });
}
