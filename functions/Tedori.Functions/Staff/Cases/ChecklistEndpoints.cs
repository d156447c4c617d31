using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Tedori.Functions.Http;
using Tedori.Workflows.Audit;
using Tedori.Workflows.CaseFiles;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff.Cases;

/// <summary>The checklists of a case.</summary>
public sealed class ChecklistEndpoints(RequestPipeline pipeline, Responses responses, StaffCaseFiles folders, CaseFileService service,
    ReviewStart reviews, StaffTrail trail)
{
    private const string Replaced =
        "この画面を開いた後に、申請が変わりました(企業による差し替えなど)。何も記録していません。申請の画面を開き直し、新しい内容を確かめてください。";

    /// <summary>Records what changed of one checklist.</summary>
    [Function("StaffChecklist")]
    public Task<IActionResult> TickAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "staff/cases/{id}/checklist")] HttpRequest request,
        [DurableClient] DurableTaskClient client, string id) =>
        pipeline.StaffAsync(request, StaffRole.Reviewer, async page =>
        {
            if (await folders.FindAsync(id, page.Cancellation) is not var (edition, folder))
                return await responses.NotFoundAsync();
            var list = Checklists.Of(edition, folder).FirstOrDefault(c => c.Review.ToString() == page.Form["review"]);
            if (list is null)
                return await responses.RefusedAsync("この確認表はありません。申請の画面を開き直してください。");
            var ticks = Changes(folder, list, page);
            // What was made sure of must be what is decided: what came after the page was shown nobody has read.
            if (folder.FiledSince(StaffNumber.Seen(page.Form) ?? 0))
                return await responses.RefusedAsync(Replaced);
            // From the first tick on the company cannot replace it.
            if (ticks.Count > 0 && list.Review == folder.State.Step && folder.State.UnderReview != list.Review
                && await reviews.BeginAsync(page, folder.State.Id, folder.Snapshot.Events) is CaseAnswer.Changed)
                return await responses.RefusedAsync(Replaced);
            foreach (var tick in ticks)
            {
                await trail.DoAsync(
                    page, AuditActions.TickChecklist, id, tick.Done ? "未" : "済", tick.Entry, async () =>
                    {
                        await service.TickAsync(folder.State.Id, [tick], page.Cancellation);
                        return tick;
                    }, t => t.Done ? "済" : "未");
            }

            return Responses.SeeOther(page.Request.HttpContext.Response, $"/staff/cases/{id}#checklists");
        });

    // What the member changed of what the page showed: a tick that a colleague set meanwhile stays.
    private static List<ChecklistTick> Changes(CaseFile folder, Checklist list, StaffRequest page)
    {
        var wanted = page.Form.All("done").ToHashSet(StringComparer.Ordinal);
        var shown = page.Form.All("was").ToHashSet(StringComparer.Ordinal);
        return [.. list.Entries
            .Where(e => wanted.Contains(e.Id) != shown.Contains(e.Id))
            .Where(e => wanted.Contains(e.Id) != (folder.TickOf(e.Id)?.Done ?? false))
            .Select(e => new ChecklistTick(
                e.Id, wanted.Contains(e.Id), page.ReceivedAt, page.Member.Id, page.Member.Name))];
    }
}
