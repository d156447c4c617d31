using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using NodaTime;
using NodaTime.Text;
using Tedori.Functions.Http;
using Tedori.Pages.Forms;
using Tedori.Pages.Staff.Audit;
using Tedori.Programme.Calendar;
using Tedori.Workflows.Audit;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff.Audit;

/// <summary>
/// The audit log: for approvers and administrators. Reviewers do the work that it records, so they do not read over it.
/// </summary>
public sealed class StaffAudit(Door door, Answers answers, AuditLog log, StaffRoster roster, StaffTrail trail)
{
    private const int MostDays = 366;

    /// <summary>Shows a page of it.</summary>
    [Function("StaffAudit")]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "staff/audit")] HttpRequest request) =>
        ForAuditorsAsync(request, async (visit, query, errors) =>
        {
            var page = PageOf(request);
            var entries = await TakeAsync(query, page, visit.Cancellation);
            await trail.SawAsync(visit, AuditActions.ViewAudit, "-", request.QueryString.Value);
            return await answers.PageAsync<AuditPage>(
                new AuditModel(
                    visit.Member, query, [.. entries.Take(AuditModel.PageSize)], page,
                    entries.Count > AuditModel.PageSize, await roster.AllAsync(visit.Cancellation), errors),
                errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
        });

    /// <summary>Saves what a query finds.</summary>
    [Function("StaffAuditCsv")]
    public Task<IActionResult> ExportAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "staff/audit.csv")] HttpRequest request) =>
        ForAuditorsAsync(request, async (visit, query, errors) =>
        {
            if (errors.Count > 0)
                return await answers.RefusedAsync(errors[0].Text);
            await trail.SawAsync(visit, AuditActions.ExportAudit, "-", request.QueryString.Value);
            return new CsvResult("audit.csv", AuditCsv.Rows(log.FindAsync(query)));
        });

    private Task<IActionResult> ForAuditorsAsync(
        HttpRequest request, Func<StaffVisit, AuditQuery, IReadOnlyList<FieldError>, Task<IActionResult>> answer) =>
        door.StaffAsync(request, StaffRole.Viewer, visit =>
        {
            if (!visit.Member.Has(StaffRole.Approver) && !visit.Member.Has(StaffRole.Administrator))
                return answers.RoleMissingAsync(StaffRole.Approver);
            var (query, errors) = QueryOf(request, JapanTime.DateOf(visit.ReceivedAt));
            return answer(visit, query, errors);
        });

    private static (AuditQuery Query, IReadOnlyList<FieldError> Errors) QueryOf(HttpRequest request, LocalDate today)
    {
        var to = DateOf(request, "to") ?? today;
        var from = DateOf(request, "from") ?? to;
        var query = new AuditQuery(from, to, Text(request, "by"), Text(request, "subject"), Text(request, "action"));
        return from <= to && Period.DaysBetween(from, to) < MostDays
            ? (query, [])
            : (query with { From = to }, [new("from", $"開始日は終了日以前の、{MostDays}日以内の日にしてください。")]);
    }

    private static int PageOf(HttpRequest request) =>
        int.TryParse(request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page)
            ? Math.Max(page, 1)
            : 1;

    private static LocalDate? DateOf(HttpRequest request, string name) =>
        LocalDatePattern.Iso.Parse(request.Query[name].ToString()) is { Success: true, Value: var date }
            && date.Year is > 2000 and < 2200 ? date : null;

    private static string Text(HttpRequest request, string name) =>
        request.Query[name].ToString() is { Length: <= 200 } text ? text.Trim() : "";

    private async Task<List<AuditEntry>> TakeAsync(AuditQuery query, int page, CancellationToken cancellation)
    {
        var (skip, entries) = ((long)(page - 1) * AuditModel.PageSize, new List<AuditEntry>());
        await foreach (var entry in log.FindLatestAsync(query).WithCancellation(cancellation))
        {
            if (skip-- > 0)
                continue;
            entries.Add(entry);
            if (entries.Count > AuditModel.PageSize)
                break;
        }

        return entries;
    }
}
