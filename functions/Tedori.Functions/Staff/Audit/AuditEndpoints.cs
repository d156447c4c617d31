using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using NodaTime;
using NodaTime.Text;
using Tedori.Functions.Components.Forms;
using Tedori.Functions.Http;
using Tedori.Programme.Calendar;
using Tedori.Workflows.Audit;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff.Audit;

/// <summary>
/// The audit log: for approvers and administrators. Reviewers do the work that it records, so they do not read over it.
/// </summary>
public sealed class AuditEndpoints(RequestPipeline pipeline, Responses responses, AuditLog log, StaffRoster roster, StaffTrail trail)
{
    private const int MostDays = 366;

    /// <summary>Shows a page of it.</summary>
    [Function("AuditEndpoints")]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "staff/audit")] HttpRequest request) =>
        ForAuditorsAsync(request, async (asked, query, errors) =>
        {
            var page = PageOf(request);
            var entries = await TakeAsync(query, page, asked.Cancellation);
            await trail.SawAsync(asked, AuditActions.ViewAudit, "-", request.QueryString.Value);
            return await responses.PageAsync<AuditPage>(
                new AuditModel(
                    asked.Member, query, [.. entries.Take(AuditModel.PageSize)], page,
                    entries.Count > AuditModel.PageSize, await roster.AllAsync(asked.Cancellation), errors),
                errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
        });

    /// <summary>Saves what a query finds.</summary>
    [Function("AuditEndpointsCsv")]
    public Task<IActionResult> ExportAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "staff/audit.csv")] HttpRequest request) =>
        SaveAsync(request, TableFormat.Csv);

    /// <summary>The same as a workbook.</summary>
    [Function("AuditEndpointsWorkbook")]
    public Task<IActionResult> ExportWorkbookAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "staff/audit.xlsx")] HttpRequest request) =>
        SaveAsync(request, TableFormat.Excel);

    private Task<IActionResult> SaveAsync(HttpRequest request, TableFormat format) =>
        ForAuditorsAsync(request, async (asked, query, errors) =>
        {
            if (errors.Count > 0)
                return await responses.RefusedAsync(errors[0].Text);
            await trail.SawAsync(asked, AuditActions.ExportAudit, "-", request.QueryString.Value);
            return TableFile.Of(format, "audit", AuditColumns.Rows(log.FindAsync(query)));
        });

    private Task<IActionResult> ForAuditorsAsync(
        HttpRequest request, Func<StaffRequest, AuditQuery, IReadOnlyList<FieldError>, Task<IActionResult>> answer) =>
        pipeline.StaffAsync(request, StaffRole.Viewer, asked =>
        {
            if (!asked.Member.Has(StaffRole.Approver) && !asked.Member.Has(StaffRole.Administrator))
                return responses.RoleMissingAsync(StaffRole.Approver, asked.Member);
            var (query, errors) = QueryOf(request, JapanTime.DateOf(asked.ReceivedAt));
            return answer(asked, query, errors);
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

/// <summary>The audit log as a table.</summary>
internal static class AuditColumns
{
    private static readonly LocalDateTimePattern At =
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss.fff");

    public static async IAsyncEnumerable<IReadOnlyList<TableCell>> Rows(IAsyncEnumerable<AuditEntry> entries)
    {
        yield return ["日時", "職員ID", "職員", "接続元", "操作", "操作コード", "対象", "前", "後", "詳細", "対象の名称", "前コード", "後コード"];
        await foreach (var e in entries)
        {
            yield return
            [
                At.Format(JapanTime.LocalOf(e.At)), e.By, e.Name, e.From, AuditLabels.Of(e.Action), e.Action, e.Subject,
                AuditLabels.StateOf(e.Action, e.Before), AuditLabels.AfterOf(e), e.Detail, AuditLabels.SubjectOf(e.Subject), e.Before,
                e.After,
            ];
        }
    }
}
