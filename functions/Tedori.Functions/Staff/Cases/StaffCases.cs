using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Tedori.Functions.Http;
using Tedori.Pages.Forms;
using Tedori.Pages.Staff.Cases;
using Tedori.Programme.Calendar;
using Tedori.Workflows.Audit;
using Tedori.Workflows.Directory;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff.Cases;

/// <summary>The list of cases and the searches that members keep.</summary>
public sealed class StaffCases(
    Door door, Answers answers, CaseDirectory directory, SavedFilters filters, StaffRoster roster,
    EditionShelf editions,
    StaffTrail trail)
{
    private const string List = "/staff/cases";

    /// <summary>Shows a page of what a search finds.</summary>
    [Function("StaffCases")]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "staff/cases")] HttpRequest request) =>
        door.StaffAsync(request, StaffRole.Viewer, async visit =>
        {
            var query = QueryOf(visit);
            var model = await ModelAsync(visit, query, []);
            await trail.SawAsync(visit, AuditActions.ViewCases, "-", CaseQueryText.Write(query, model.Found.Page));
            return await answers.PageAsync<CaseListPage>(model);
        });

    /// <summary>Saves all that a search finds.</summary>
    [Function("StaffCasesCsv")]
    public Task<IActionResult> ExportAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "staff/cases.csv")] HttpRequest request) =>
        door.StaffAsync(request, StaffRole.Viewer, async visit =>
        {
            var query = QueryOf(visit);
            var found = await directory.AllAsync(query, visit.Cancellation);
            await trail.SawAsync(visit, AuditActions.ExportCases, "-", $"{CaseQueryText.Write(query)} {found.Count}");
            return new CsvResult("cases.csv", CaseCsv.Rows(found, await roster.AllAsync(visit.Cancellation)));
        });

    /// <summary>Keeps a search under a name, or forgets one.</summary>
    [Function("StaffFilters")]
    public Task<IActionResult> KeepAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "staff/filters")] HttpRequest request) =>
        door.StaffAsync(request, StaffRole.Viewer, async visit =>
        {
            var (name, query) = (visit.Form["name"], CaseQueryText.Parse(visit.Form["query"]));
            if (visit.Form.Has("remove"))
            {
                await filters.RemoveAsync(visit.Member.Id, name, visit.Cancellation);
                await trail.DidAsync(visit, AuditActions.RemoveFilter, "-", name, null);
                return Answers.SeeOther(visit.Request.HttpContext.Response, List);
            }

            var kept = new SavedFilter(name, CaseQueryText.Write(query));
            if (await filters.SaveAsync(visit.Member.Id, kept, visit.Cancellation) is { } refusal)
                return await answers.PageAsync<CaseListPage>(
                    await ModelAsync(visit, query, [new FieldError("name", refusal.Text)]),
                    StatusCodes.Status422UnprocessableEntity);
            await trail.DidAsync(visit, AuditActions.SaveFilter, "-", null, name, kept.Query);
            return Answers.SeeOther(visit.Request.HttpContext.Response, List + kept.Query);
        });

    private static CaseQuery QueryOf(StaffVisit visit) =>
        CaseQueryText.Read(name => visit.Request.Query[name].ToString());

    private async Task<CaseListModel> ModelAsync(StaffVisit visit, CaseQuery query, IReadOnlyList<FieldError> errors)
    {
        await roster.MeetAsync(visit.Member, visit.Cancellation);
        return new(
            visit.Member, visit.Token, query, await directory.FindAsync(query, visit.Cancellation), [.. editions.All],
            await roster.AllAsync(visit.Cancellation), await filters.OfAsync(visit.Member.Id, visit.Cancellation),
            JapanTime.DateOf(visit.ReceivedAt), errors);
    }
}
