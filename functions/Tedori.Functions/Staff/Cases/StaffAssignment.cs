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

/// <summary>Who is in charge of a case.</summary>
public sealed class StaffAssignment(
    Door door, Answers answers, StaffFolders folders, FolderDesk desk, StaffRoster roster, StaffTrail trail)
{
    /// <summary>Puts a member in charge, or nobody, unless a colleague did so meanwhile.</summary>
    [Function("StaffAssignment")]
    public Task<IActionResult> AssignAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "staff/cases/{id}/assign")] HttpRequest request,
        string id) =>
        door.StaffAsync(request, StaffRole.Reviewer, async visit =>
        {
            if (await folders.FindAsync(id, visit.Cancellation) is not var (edition, folder))
                return await answers.NotFoundAsync();
            await roster.MeetAsync(visit.Member, visit.Cancellation);
            var members = await roster.AllAsync(visit.Cancellation);
            var wanted = visit.Form["reviewer"];
            var member = members.FirstOrDefault(m => m.Id == wanted);
            var (before, refusal) = wanted.Length > 0 && member?.Has(StaffRole.Reviewer) != true
                ? (folder.Assignment, new("memberUnknown", "担当にできるのは審査担当者と承認者です。一覧から選び直してください。"))
                : await desk.AssignAsync(
                    folder.State.Id, member, visit.Form["held"], visit.Member, visit.ReceivedAt, visit.Cancellation);
            await trail.DidAsync(
                visit, AuditActions.AssignCase, id, before?.Name, refusal?.Code ?? member?.Name ?? "-");
            return refusal is null
                ? Answers.SeeOther(visit.Request.HttpContext.Response, $"/staff/cases/{id}#assignment")
                : await answers.PageAsync<StaffCasePage>(
                    await folders.ModelAsync(
                        visit, edition, folder with { Assignment = before },
                        [new FieldError("reviewer", refusal.Text)]),
                    StatusCodes.Status422UnprocessableEntity);
        });
}
