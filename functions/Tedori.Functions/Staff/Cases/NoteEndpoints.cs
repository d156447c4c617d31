using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Tedori.Functions.Components.Forms;
using Tedori.Functions.Http;
using Tedori.Workflows.Audit;
using Tedori.Workflows.CaseFiles;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff.Cases;

/// <summary>Notes of the office on a case.</summary>
public sealed class NoteEndpoints(RequestPipeline pipeline, Responses responses, StaffCaseFiles folders, CaseFileService service, StaffTrail trail)
{
    /// <summary>Adds one.</summary>
    [Function("StaffNote")]
    public Task<IActionResult> AddAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "staff/cases/{id}/notes")] HttpRequest request,
        string id) =>
        pipeline.StaffAsync(request, StaffRole.Reviewer, async page =>
        {
            if (await folders.FindAsync(id, page.Cancellation) is not var (edition, folder))
                return await responses.NotFoundAsync();
            var text = page.Form["note"];
            var refusal = await trail.DoAsync(
                page, AuditActions.AddNote, id, null, null,
                () => service.NoteAsync(folder.State.Id, text, page.Member, page.ReceivedAt, page.Cancellation),
                r => r?.Code ?? text);
            return refusal is null
                ? Responses.SeeOther(page.Request.HttpContext.Response, $"/staff/cases/{id}#notes")
                : await responses.PageAsync<StaffCasePage>(
                    await folders.ModelAsync(page, edition, folder, [new FieldError("note", refusal.Text)]),
                    StatusCodes.Status422UnprocessableEntity);
        });
}
