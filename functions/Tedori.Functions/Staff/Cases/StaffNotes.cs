using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Tedori.Functions.Http;
using Tedori.Pages.Forms;
using Tedori.Pages.Staff.Cases;
using Tedori.Workflows.Audit;
using Tedori.Workflows.CaseFiles;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff.Cases;

/// <summary>Notes of the office on a case.</summary>
public sealed class StaffNotes(Door door, Answers answers, StaffFolders folders, FolderDesk desk, StaffTrail trail)
{
    /// <summary>Adds one.</summary>
    [Function("StaffNote")]
    public Task<IActionResult> AddAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "staff/cases/{id}/notes")] HttpRequest request,
        string id) =>
        door.StaffAsync(request, StaffRole.Reviewer, async visit =>
        {
            if (await folders.FindAsync(id, visit.Cancellation) is not var (edition, folder))
                return await answers.NotFoundAsync();
            var text = visit.Form["note"];
            var refusal = await desk.NoteAsync(
                folder.State.Id, text, visit.Member, visit.ReceivedAt, visit.Cancellation);
            await trail.DidAsync(visit, AuditActions.AddNote, id, null, refusal?.Code ?? text);
            return refusal is null
                ? Answers.SeeOther(visit.Request.HttpContext.Response, $"/staff/cases/{id}#notes")
                : await answers.PageAsync<StaffCasePage>(
                    await folders.ModelAsync(visit, edition, folder, [new FieldError("note", refusal.Text)]),
                    StatusCodes.Status422UnprocessableEntity);
        });
}
