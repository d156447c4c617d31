using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Tedori.Functions.Http;
using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Workflows.Directory;
using Tedori.Workflows.Notices;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff.Cases;

/// <summary>
/// Hands rows of the list on to a proposal or to notices that are sent again. Changes nothing itself.
/// </summary>
public sealed class SelectionEndpoints(RequestPipeline pipeline, Responses responses, CaseDirectory directory)
{
    private const int MostInAddress = 500;

    /// <summary>Leads on with the rows that are ticked, or with all that the search finds.</summary>
    [Function("StaffSelection")]
    public Task<IActionResult> LeadAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "staff/cases/select")] HttpRequest request) =>
        pipeline.StaffAsync(request, StaffRole.Reviewer, async page =>
        {
            var ids = page.Form.Has("all")
                ? (await directory.AllAsync(CaseQueryText.Parse(page.Form["query"]), page.Cancellation))
                    .Select(c => c.Id.ToString())
                : page.Form.All("case").Where(id => CaseId.TryParse(id, out _));
            var chosen = ids.Distinct().ToList();
            var notify = page.Form["do"] == "notify";
            var most = notify ? NoticeJobs.MostNotices : ProposalRules.MostActions;
            if (chosen.Count == 0 || chosen.Count > most)
                return await responses.RefusedAsync(
                    $"申請を1件以上{most:#,##0}件以下で選んでください(選んだ申請は{chosen.Count:#,##0}件)。一覧に戻り、条件を絞ってください。");
            var path = notify ? "/staff/notices/repeat" : "/staff/proposals/new";
            // An address holds so many; what a search found beyond is found by it again.
            var query = chosen.Count > MostInAddress
                ? $"find={Uri.EscapeDataString('?' + page.Form["query"].TrimStart('?'))}"
                : $"cases={string.Join("%0A", chosen)}";
            return Responses.SeeOther(page.Request.HttpContext.Response, $"{path}?{query}");
        });
}
