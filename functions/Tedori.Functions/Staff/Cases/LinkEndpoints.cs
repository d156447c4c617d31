using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Tedori.Functions.Components.Forms;
using Tedori.Functions.Http;
using Tedori.Programme;
using Tedori.Programme.Access;
using Tedori.Workflows.Access;
using Tedori.Workflows.Audit;
using Tedori.Workflows.CaseFiles;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff.Cases;

/// <summary>Voids one link that was sent to a company; all of a case are proposed elsewhere.</summary>
public sealed class LinkEndpoints(RequestPipeline pipeline, Responses responses, StaffCaseFiles folders, CaseAccess access, StaffTrail trail)
{
    private const string Route = "staff/cases/{id}/links/{notice}";

    private static readonly Refusal Useless = new("linkUseless", "このリンクは、既に使えなくなっています。無効にする必要はありません。");

    /// <summary>Shows the link and asks for the reason.</summary>
    [Function("StaffLink")]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request,
        string id, string notice) =>
        pipeline.StaffAsync(request, StaffRole.Reviewer, async page =>
        {
            if (await FindAsync(page, id, notice) is not var (folder, link))
                return await responses.NotFoundAsync();
            await trail.SawAsync(page, AuditActions.ViewLink, id, notice);
            return await PageAsync(page, folder, link, null, false);
        });

    /// <summary>Shows what would be voided, and at the second click voids it.</summary>
    [Function("RevokeLink")]
    public Task<IActionResult> RevokeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        string id, string notice) =>
        pipeline.StaffAsync(request, StaffRole.Reviewer, async page =>
        {
            if (await FindAsync(page, id, notice) is not var (folder, link))
                return await responses.NotFoundAsync();
            var (member, reason) = (page.Member, page.Form[RevokeLinkModel.ReasonField]);
            var revoked = new RevokedLink(link.Notice.Id, page.ReceivedAt, member.Id, member.Name, reason);
            var refusal = folder.Access.Without(revoked).Refusal
                ?? (link.Verdict is LinkVerdict.Valid ? null : Useless);
            if (page.Form["do"] != "revoke")
                return await PageAsync(page, folder, link, refusal, true);
            refusal = await trail.DoAsync(
                page, AuditActions.RevokeLink, id, LinkLabels.Of(link.Verdict), $"{notice} {reason}",
                async () => refusal ?? await access.RevokeAsync(revoked, page.Cancellation), r => r?.Code ?? "無効");
            return refusal is null
                ? Responses.SeeOther(page.Request.HttpContext.Response, $"/staff/cases/{id}#links")
                : await PageAsync(page, folder, link, refusal, true);
        });

    private async Task<(CaseFile Folder, ListedLink Link)?> FindAsync(StaffRequest page, string id, string notice)
    {
        if (await folders.FindAsync(id, page.Cancellation) is not var (_, folder))
            return null;
        // By the ledger of this very case, so that no other case's link is reached.
        var link = ListedLink.Of(folder.Sent, folder.Access, page.ReceivedAt)
            .FirstOrDefault(l => l.Notice.Id.ToString() == notice);
        return link is null ? null : (folder, link);
    }

    private Task<IActionResult> PageAsync(
        StaffRequest page, CaseFile folder, ListedLink link, Refusal? refusal, bool asked)
    {
        // A link that is void already has no form to point at.
        var field = link.Verdict is LinkVerdict.Valid ? RevokeLinkModel.ReasonField : "main";
        IReadOnlyList<FieldError> errors = refusal is null ? [] : [new(field, refusal.Text)];
        var model = new RevokeLinkModel(
            folder.State, link, page.Form, errors, asked && refusal is null, page.Member, page.Token);
        return responses.PageAsync<RevokeLinkPage>(
            model, refusal is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }
}
