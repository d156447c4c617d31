using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using NodaTime.Text;
using Tedori.Functions.Http;
using Tedori.Programme.Calendar;
using Tedori.Programme.Plans;
using Tedori.Workflows.Audit;
using Tedori.Workflows.CaseFiles;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff.Guidance;

/// <summary>How often companies were led to each measure of the cooperation plan.</summary>
public sealed class ReferralStatisticsEndpoints(
    RequestPipeline pipeline, Responses responses, ReferralRecords referrals, PlanSet plans, StaffTrail trail)
{
    private static readonly LocalDateTimePattern At =
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss");

    /// <summary>Shows it.</summary>
    [Function("StaffReferrals")]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "staff/referrals")] HttpRequest request) =>
        pipeline.StaffAsync(request, [StaffRole.Viewer, StaffRole.Chamber], async page =>
        {
            await trail.SawAsync(page, AuditActions.ViewReferrals, "-");
            return await responses.PageAsync<ReferralStatisticsPage>(
                new ReferralStatisticsModel(page.Member, await CountAsync(page.Cancellation)));
        });

    /// <summary>Saves it.</summary>
    [Function("StaffReferralsCsv")]
    public Task<IActionResult> ExportAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "staff/referrals.csv")] HttpRequest request) =>
        SaveAsync(request, TableFormat.Csv);

    /// <summary>The same as a workbook.</summary>
    [Function("StaffReferralsWorkbook")]
    public Task<IActionResult> ExportWorkbookAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "staff/referrals.xlsx")] HttpRequest request) =>
        SaveAsync(request, TableFormat.Excel);

    private Task<IActionResult> SaveAsync(HttpRequest request, TableFormat format) =>
        pipeline.StaffAsync(request, [StaffRole.Viewer, StaffRole.Chamber], async page =>
        {
            await trail.SawAsync(page, AuditActions.ViewReferrals, "-", format == TableFormat.Csv ? "CSV" : "Excel");
            return TableFile.Of(format, "referrals", RowsAsync(page.Cancellation));
        });

    private async Task<IReadOnlyList<(Plan, IReadOnlyList<ReferralCount>)>> CountAsync(CancellationToken cancellation)
    {
        var counted = new List<(Plan, IReadOnlyList<ReferralCount>)>();
        foreach (var plan in plans.Plans.Reverse())
            counted.Add((plan, await referrals.CountAsync(plan, cancellation)));
        return counted;
    }

    private async IAsyncEnumerable<IReadOnlyList<TableCell>> RowsAsync(
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return ["計画", "分野", "行うところ", "記号", "番号", "取組", "件数", "事務局", "東京商工会議所", "最後の記録"];
        foreach (var (plan, counts) in await CountAsync(cancellation))
        {
            foreach (var c in counts.Where(c => !c.Measure.IsProgramme))
            {
                var area = plan.FindArea(c.Measure.Id.Area)!;
                yield return
                [
                    plan.YearName, $"{area.Number} {area.Short}", c.Measure.Id.Side.Name(), c.Measure.Letter,
                    c.Measure.Id.ToString(), c.Measure.Name, (decimal)c.All, (decimal)c.Office, (decimal)c.Chamber,
                    c.Last is { } last ? At.Format(JapanTime.LocalOf(last)) : null,
                ];
            }
        }
    }
}
