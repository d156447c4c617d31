using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Tedori.Functions.Http;
using Tedori.Pages.Forms;
using Tedori.Pages.Staff.Cases;
using Tedori.Programme;
using Tedori.Programme.Access;
using Tedori.Workflows.Access;
using Tedori.Workflows.Audit;
using Tedori.Workflows.CaseFiles;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff.Cases;

/// <summary>Voids one link that was sent to a company; all of a case are proposed elsewhere.</summary>
public sealed class StaffLinks(Door door, Answers answers, StaffFolders folders, CaseAccess access, StaffTrail trail)
{
    private const string Route = "staff/cases/{id}/links/{notice}";

    private static readonly Refusal Useless = new("linkUseless", "このリンクは、既に使えなくなっています。無効にする必要はありません。");

    /// <summary>Shows the link and asks for the reason.</summary>
    [Function("StaffLink")]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request,
        string id, string notice) =>
        door.StaffAsync(request, StaffRole.Reviewer, async visit =>
        {
            if (await FindAsync(visit, id, notice) is not var (folder, link))
                return await answers.NotFoundAsync();
            await trail.SawAsync(visit, AuditActions.ViewLink, id, notice);
            return await PageAsync(visit, folder, link, null, false);
        });

    /// <summary>Shows what would be voided, and at the second click voids it.</summary>
    [Function("RevokeLink")]
    public Task<IActionResult> RevokeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        string id, string notice) =>
        door.StaffAsync(request, StaffRole.Reviewer, async visit =>
        {
            if (await FindAsync(visit, id, notice) is not var (folder, link))
                return await answers.NotFoundAsync();
            var (member, reason) = (visit.Member, visit.Form[RevokeLinkModel.ReasonField]);
            var revoked = new RevokedLink(link.Notice.Id, visit.ReceivedAt, member.Id, member.Name, reason);
            var refusal = folder.Access.Without(revoked).Refusal
                ?? (link.Verdict is LinkVerdict.Valid ? null : Useless);
            if (visit.Form["do"] != "revoke")
                return await PageAsync(visit, folder, link, refusal, true);
            refusal ??= await access.RevokeAsync(revoked, visit.Cancellation);
            await trail.DidAsync(
                visit, AuditActions.RevokeLink, id, LinkWords.Of(link.Verdict), refusal?.Code ?? "無効",
                $"{notice} {reason}");
            return refusal is null
                ? Answers.SeeOther(visit.Request.HttpContext.Response, $"/staff/cases/{id}#links")
                : await PageAsync(visit, folder, link, refusal, true);
        });

    private async Task<(CaseFolder Folder, ListedLink Link)?> FindAsync(StaffVisit visit, string id, string notice)
    {
        if (await folders.FindAsync(id, visit.Cancellation) is not var (_, folder))
            return null;
        // By the ledger of this very case, so that no other case's link is reached.
        var link = ListedLink.Of(folder.Sent, folder.Access, visit.ReceivedAt)
            .FirstOrDefault(l => l.Notice.Id.ToString() == notice);
        return link is null ? null : (folder, link);
    }

    private Task<IActionResult> PageAsync(
        StaffVisit visit, CaseFolder folder, ListedLink link, Refusal? refusal, bool asked)
    {
        // A link that is void already has no form to point at.
        var field = link.Verdict is LinkVerdict.Valid ? RevokeLinkModel.ReasonField : "main";
        IReadOnlyList<FieldError> errors = refusal is null ? [] : [new(field, refusal.Text)];
        var model = new RevokeLinkModel(
            folder.State, link, visit.Form, errors, asked && refusal is null, visit.Member, visit.Token);
        return answers.PageAsync<RevokeLinkPage>(
            model, refusal is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }
}
