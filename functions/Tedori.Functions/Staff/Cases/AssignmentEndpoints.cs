using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Tedori.Functions.Components.Forms;
using Tedori.Functions.Http;
using Tedori.Workflows.Audit;
using Tedori.Workflows.CaseFiles;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff.Cases;

/// <summary>Who is in charge of a case.</summary>
public sealed class AssignmentEndpoints(
    RequestPipeline pipeline, Responses responses, StaffCaseFiles folders, CaseFileService service, StaffRoster roster, StaffTrail trail)
{
    /// <summary>Puts a member in charge, or nobody, unless a colleague did so meanwhile.</summary>
    [Function("StaffAssignment")]
    public Task<IActionResult> AssignAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "staff/cases/{id}/assign")] HttpRequest request,
        string id) =>
        pipeline.StaffAsync(request, StaffRole.Reviewer, async page =>
        {
            if (await folders.FindAsync(id, page.Cancellation) is not var (edition, folder))
                return await responses.NotFoundAsync();
            await roster.MeetAsync(page.Member, page.Cancellation);
            var members = await roster.AllAsync(page.Cancellation);
            var wanted = page.Form["reviewer"];
            var member = members.FirstOrDefault(m => m.Id == wanted);
            var (before, refusal) = await trail.DoAsync(
                page, AuditActions.AssignCase, id, folder.Assignment?.Name, null,
                async () => wanted.Length > 0 && member?.Has(StaffRole.Reviewer) != true
                    ? (folder.Assignment, new("memberUnknown", "担当にできるのは審査担当者と承認者です。一覧から選び直してください。"))
                    : await service.AssignAsync(
                        folder.State.Id, member, page.Form["held"], page.Member, page.ReceivedAt, page.Cancellation),
                done => done.Item2?.Code ?? member?.Name ?? "-");
            return refusal is null
                ? Responses.SeeOther(page.Request.HttpContext.Response, $"/staff/cases/{id}#assignment")
                : await responses.PageAsync<StaffCasePage>(
                    await folders.ModelAsync(
                        page, edition, folder with { Assignment = before },
                        [new FieldError("reviewer", refusal.Text)]),
                    StatusCodes.Status422UnprocessableEntity);
        });
}
