using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Tedori.Functions.Components.Forms;
using Tedori.Functions.Http;
using Tedori.Programme.Plans;
using Tedori.Workflows.Audit;
using Tedori.Workflows.CaseFiles;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff.Cases;

/// <summary>Records to which measures of the cooperation plan a company was led.</summary>
public sealed class ReferralEndpoints(
    RequestPipeline pipeline, Responses responses, StaffCaseFiles folders, ReferralRecords referrals, PlanSet plans,
    StaffTrail trail)
{
    /// <summary>Records one; the same measure again changes nothing.</summary>
    [Function("StaffReferral")]
    public Task<IActionResult> RecordAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "staff/cases/{id}/referrals")] HttpRequest request,
        string id) =>
        pipeline.StaffAsync(request, StaffRole.Reviewer, async page =>
        {
            if (await folders.FindAsync(id, page.Cancellation) is not var (edition, folder))
                return await responses.NotFoundAsync();
            var (measure, errors) = Read(page.Form, plans.Of(edition));
            if (measure is null || errors.Count > 0)
                return await responses.PageAsync<StaffCasePage>(
                    await folders.ModelAsync(page, edition, folder, errors), StatusCodes.Status422UnprocessableEntity);
            var led = ReferralSourceLabels.Find(page.Form["led"])!.Value;
            await trail.DoAsync(
                page, AuditActions.RecordReferral, id, null, measure.Id.ToString(),
                () => referrals.RecordAsync(folder.State.Id, measure, led, page.Member, page.ReceivedAt, page.Cancellation),
                r => r.IsNew ? ReferralSourceLabels.KeyOf(led) : "recordedBefore");
            return Responses.SeeOther(page.Request.HttpContext.Response, $"/staff/cases/{id}#referrals");
        });

    private static (Measure? Measure, List<FieldError> Errors) Read(PostedForm form, Plan? plan)
    {
        var errors = new List<FieldError>();
        var measure = MeasureId.TryParse(form["measure"], out var id) ? plan?.Find(id) : null;
        if (measure is null or { IsProgramme: true })
            errors.Add(new("measure", "案内した取組を、一覧から選んでください。"));
        if (ReferralSourceLabels.Find(form["led"]) is null)
            errors.Add(new("led", "案内したのが事務局か東京商工会議所かを選んでください。"));
        return (measure, errors);
    }
}
