using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Tedori.Functions.Http;
using Tedori.Workflows.Audit;
using Tedori.Workflows.CaseFiles;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff.Cases;

/// <summary>The checklists of a case.</summary>
public sealed class StaffChecklist(Door door, Answers answers, StaffFolders folders, FolderDesk desk, StaffTrail trail)
{
    /// <summary>Records what changed of one checklist.</summary>
    [Function("StaffChecklist")]
    public Task<IActionResult> TickAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "staff/cases/{id}/checklist")] HttpRequest request,
        string id) =>
        door.StaffAsync(request, StaffRole.Reviewer, async visit =>
        {
            if (await folders.FindAsync(id, visit.Cancellation) is not var (edition, folder))
                return await answers.NotFoundAsync();
            var list = Checklists.Of(edition, folder).FirstOrDefault(c => c.Review.ToString() == visit.Form["review"]);
            if (list is null)
                return await answers.RefusedAsync("この確認表はありません。申請の画面を開き直してください。");
            var ticks = Changes(folder, list, visit);
            await desk.TickAsync(folder.State.Id, ticks, visit.Cancellation);
            foreach (var tick in ticks)
                await trail.DidAsync(
                    visit, AuditActions.TickChecklist, id, tick.Done ? "未" : "済", tick.Done ? "済" : "未", tick.Entry);
            return Answers.SeeOther(visit.Request.HttpContext.Response, $"/staff/cases/{id}#checklists");
        });

    // What the member changed of what the page showed: a tick that a colleague set meanwhile stays.
    private static List<ChecklistTick> Changes(CaseFolder folder, Checklist list, StaffVisit visit)
    {
        var wanted = visit.Form.All("done").ToHashSet(StringComparer.Ordinal);
        var shown = visit.Form.All("was").ToHashSet(StringComparer.Ordinal);
        return [.. list.Entries
            .Where(e => wanted.Contains(e.Id) != shown.Contains(e.Id))
            .Where(e => wanted.Contains(e.Id) != (folder.TickOf(e.Id)?.Done ?? false))
            .Select(e => new ChecklistTick(
                e.Id, wanted.Contains(e.Id), visit.ReceivedAt, visit.Member.Id, visit.Member.Name))];
    }
}
