using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Tedori.Functions.Components.Forms;
using Tedori.Functions.Http;
using Tedori.Programme;
using Tedori.Programme.Plans;
using Tedori.Programme.Text;
using Tedori.Workflows.Audit;
using Tedori.Workflows.CaseFiles;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff.Guidance;

/// <summary>
/// Records to what the chamber led a company, by the receipt number that the company told it: of the case nothing is shown.
/// </summary>
public sealed class ReferralRecordEndpoints(
    RequestPipeline pipeline, Responses responses, EditionCatalog editions, CaseCommandHandler cases, ReferralRecords referrals,
    PlanSet plans, StaffTrail trail)
{
    private const string Route = "staff/referrals/new";
    private static readonly StaffRole[] Roles = [StaffRole.Reviewer, StaffRole.Chamber];

    /// <summary>Shows the form.</summary>
    [Function("StaffReferralForm")]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request) =>
        pipeline.StaffAsync(request, Roles, page => PageAsync(
            page, [], CaseId.TryParse(request.Query["done"], out var done) ? done.ToString() : null));

    /// <summary>Records one; the same measure again changes nothing.</summary>
    [Function("StaffReferralRecord")]
    public Task<IActionResult> RecordAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request) =>
        pipeline.StaffAsync(request, Roles, async page =>
        {
            var found = await FindAsync(page);
            var measure = MeasureId.TryParse(page.Form["measure"], out var chosen) ? Find(chosen, found) : null;
            FieldError[] errors =
            [
                .. found is null ? (FieldError[])[new("case", "この受付番号の申請はありません。企業に番号を確かめてください。")] : [],
                .. measure is null or { IsProgramme: true }
                    ? (FieldError[])[new("measure", "案内した取組を、申請と同じ年度の計画の一覧から選んでください。")]
                    : [],
            ];
            if (errors.Length > 0)
                return await PageAsync(page, errors);
            var id = found!.Value;
            await trail.DoAsync(
                page, AuditActions.RecordReferral, id.ToString(), null, measure!.Id.ToString(),
                () => referrals.RecordAsync(id, measure, ReferralSource.Chamber, page.Member, page.ReceivedAt, page.Cancellation),
                r => r.IsNew ? ReferralSourceLabels.KeyOf(ReferralSource.Chamber) : "recordedBefore");
            return Responses.SeeOther(page.Request.HttpContext.Response, $"/{Route}?done={id}");
        });

    private async Task<CaseId?> FindAsync(StaffRequest page) =>
        ReceiptNumbers.TryRead(page.Form["case"], out var id) && editions.All.Any(e => e.Id == id.Round.Edition)
        && await cases.ReadAsync(id, page.Cancellation) is not null
            ? id
            : null;

    // Of the year of the case; where that is unknown, of any.
    private Measure? Find(MeasureId measure, CaseId? id) => id is { } known
        ? plans.Of(editions.Of(known))?.Find(measure)
        : plans.Plans.Select(p => p.Find(measure)).FirstOrDefault(m => m is not null);

    private Task<IActionResult> PageAsync(StaffRequest page, FieldError[] errors, string? recorded = null) =>
        responses.PageAsync<ReferralRecordPage>(
            new ReferralRecordModel(page.Member, page.Token, [.. plans.Plans.Reverse()], page.Form, errors, recorded),
            errors.Length == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
}
