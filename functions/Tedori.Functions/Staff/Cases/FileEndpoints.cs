using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using NodaTime;
using Tedori.Functions.Http;
using Tedori.Programme.Evidence;
using Tedori.Workflows.Audit;
using Tedori.Workflows.CaseFiles;
using Tedori.Workflows.Evidence;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff.Cases;

/// <summary>The files of a case.</summary>
public sealed class FileEndpoints(RequestPipeline pipeline, Responses responses, StaffCaseFiles folders, IEvidenceStore store, StaffTrail trail)
{
    private static readonly Duration Life = Duration.FromMinutes(2);

    /// <summary>
    /// Writes down who opens it, then leads to a link that works for two minutes and for this file only.
    /// </summary>
    [Function("StaffFile")]
    public Task<IActionResult> OpenAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "staff/cases/{id}/files/{sha256}")]
        HttpRequest request,
        string id, string sha256) =>
        pipeline.StaffAsync(request, StaffRole.Viewer, async page =>
        {
            if (await folders.FindAsync(id, page.Cancellation) is not var (_, folder)
                || FileOf(folder, sha256) is not { } file)
                return await responses.NotFoundAsync();
            if (folder.IsMalicious(sha256))
                return await responses.RefusedAsync("このファイルからウイルスが検出されたため、開けません。企業に再提出を依頼してください。");
            await trail.SawAsync(page, AuditActions.OpenFile, id, $"{sha256} {file.Name}");
            var link = await store.LinkAsync(folder.State.Id, file, Life, page.Cancellation);
            return Responses.SeeOther(page.Request.HttpContext.Response, link.ToString());
        });

    // Only what the case itself lists: the digest of another case's file finds nothing.
    private static EvidenceFile? FileOf(CaseFile folder, string sha256) =>
        folder.AllFiles.FirstOrDefault(f => f.Sha256 == sha256);
}
