using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using NodaTime.Text;
using Tedori.Functions.Components.Forms;
using Tedori.Functions.Http;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Workflows.Audit;
using Tedori.Workflows.Directory;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff.Cases;

/// <summary>The list of cases and the searches that members keep.</summary>
public sealed class CasesEndpoints(
    RequestPipeline pipeline, Responses responses, CaseDirectory directory, SavedFilters filters, StaffRoster roster,
    EditionCatalog editions,
    StaffTrail trail)
{
    private const string List = "/staff/cases";

    /// <summary>Shows a page of what a search finds.</summary>
    [Function("StaffCases")]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "staff/cases")] HttpRequest request) =>
        pipeline.StaffAsync(request, StaffRole.Viewer, async page =>
        {
            var query = QueryOf(page);
            var model = await ModelAsync(page, query, []);
            await trail.SawAsync(page, AuditActions.ViewCases, "-", CaseQueryText.Write(query, model.Found.Page));
            return await responses.PageAsync<CaseListPage>(model);
        });

    /// <summary>Saves all that a search finds.</summary>
    [Function("StaffCasesCsv")]
    public Task<IActionResult> ExportAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "staff/cases.csv")] HttpRequest request) =>
        SaveAsync(request, TableFormat.Csv);

    /// <summary>The same as a workbook.</summary>
    [Function("StaffCasesWorkbook")]
    public Task<IActionResult> ExportWorkbookAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "staff/cases.xlsx")] HttpRequest request) =>
        SaveAsync(request, TableFormat.Excel);

    private Task<IActionResult> SaveAsync(HttpRequest request, TableFormat format) =>
        pipeline.StaffAsync(request, StaffRole.Viewer, async page =>
        {
            var query = QueryOf(page);
            var found = await directory.AllAsync(query, page.Cancellation);
            await trail.SawAsync(page, AuditActions.ExportCases, "-", $"{CaseQueryText.Write(query)} {found.Count}");
            return TableFile.Of(format, "cases", CaseColumns.Rows(found, await roster.AllAsync(page.Cancellation)));
        });

    /// <summary>Keeps a search under a name, or forgets one.</summary>
    [Function("StaffFilters")]
    public Task<IActionResult> KeepAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "staff/filters")] HttpRequest request) =>
        pipeline.StaffAsync(request, StaffRole.Viewer, async page =>
        {
            var (name, query) = (page.Form["name"], CaseQueryText.Parse(page.Form["query"]));
            if (page.Form.Has("remove"))
            {
                await trail.DoAsync(page, AuditActions.RemoveFilter, "-", name, null, async () =>
                {
                    await filters.RemoveAsync(page.Member.Id, name, page.Cancellation);
                    return name;
                }, _ => null);
                return Responses.SeeOther(page.Request.HttpContext.Response, List);
            }

            var kept = new SavedFilter(name, CaseQueryText.Write(query));
            var refused = await trail.DoAsync(
                page, AuditActions.SaveFilter, "-", null, kept.Query,
                () => filters.SaveAsync(page.Member.Id, kept, page.Cancellation), r => r?.Code ?? name);
            if (refused is { } refusal)
                return await responses.PageAsync<CaseListPage>(
                    await ModelAsync(page, query, [new FieldError("name", refusal.Text)]),
                    StatusCodes.Status422UnprocessableEntity);
            return Responses.SeeOther(page.Request.HttpContext.Response, List + kept.Query);
        });

    private static CaseQuery QueryOf(StaffRequest page) =>
        CaseQueryText.Read(name => page.Request.Query[name].ToString());

    private async Task<CaseListModel> ModelAsync(StaffRequest page, CaseQuery query, IReadOnlyList<FieldError> errors)
    {
        await roster.MeetAsync(page.Member, page.Cancellation);
        return new(
            page.Member, page.Token, query, await directory.FindAsync(query, page.Cancellation), [.. editions.All],
            await roster.AllAsync(page.Cancellation), await filters.OfAsync(page.Member.Id, page.Cancellation),
            JapanTime.DateOf(page.ReceivedAt), errors);
    }
}

/// <summary>A list of cases as a table.</summary>
internal static class CaseColumns
{
    private static readonly LocalDateTimePattern At = LocalDateTimePattern.CreateWithInvariantCulture(
        "uuuu-MM-dd HH:mm:ss");

    public static async IAsyncEnumerable<IReadOnlyList<TableCell>> Rows(
        IReadOnlyList<CaseListing> cases, IReadOnlyList<StaffMember> members)
    {
        yield return
        [
            "受付番号", "企業名", "法人番号", "段階", "結果", "日程", "この段階になった日時", "期限", "補正", "電話", "メール",
            "担当",
        ];
        var names = members.ToDictionary(m => m.Id, m => m.Name);
        foreach (var c in cases)
        {
            yield return
            [
                c.Id.ToString(), c.CompanyName, c.CorporateNumber, CaseLabels.Of(c.Step),
                c.Outcome is { } o ? CaseLabels.Of(o) : null,
                c.Track is null ? null : TrackLabels.Of(c.Track), At.Format(JapanTime.LocalOf(c.Since)),
                c.Due is { } due ? LocalDatePattern.Iso.Format(due) : null, c.CorrectionOpen ? "補正中" : null, c.Phone,
                c.Email,
                c.Reviewer is null ? null : names.GetValueOrDefault(c.Reviewer, c.Reviewer),
            ];
        }

        await Task.CompletedTask;
    }
}
