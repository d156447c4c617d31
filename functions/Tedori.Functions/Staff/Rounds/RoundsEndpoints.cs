using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using NodaTime.Text;
using Tedori.Functions.Http;
using Tedori.Functions.Operator;
using Tedori.Functions.Statistics;
using Tedori.Workflows.Audit;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff.Rounds;

/// <summary>How the rounds stand.</summary>
public sealed class RoundsEndpoints(RequestPipeline pipeline, Responses responses, RoundCount count, StaffTrail trail)
{
    /// <summary>Shows it.</summary>
    [Function("StaffRounds")]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "staff/rounds")] HttpRequest request) =>
        pipeline.StaffAsync(request, StaffRole.Viewer, async page =>
        {
            await trail.SawAsync(page, AuditActions.ViewRounds, "-");
            return await responses.PageAsync<StaffRoundsPage>(
                new StaffRoundsModel(page.Member, await count.AllAsync(page.Cancellation)));
        });

    /// <summary>Saves it.</summary>
    [Function("StaffRoundsCsv")]
    public Task<IActionResult> ExportAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "staff/rounds.csv")] HttpRequest request) =>
        SaveAsync(request, TableFormat.Csv);

    /// <summary>The same as a workbook.</summary>
    [Function("StaffRoundsWorkbook")]
    public Task<IActionResult> ExportWorkbookAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "staff/rounds.xlsx")] HttpRequest request) =>
        SaveAsync(request, TableFormat.Excel);

    private Task<IActionResult> SaveAsync(HttpRequest request, TableFormat format) =>
        pipeline.StaffAsync(request, StaffRole.Viewer, async page =>
        {
            await trail.SawAsync(page, AuditActions.ViewRounds, "-", format == TableFormat.Csv ? "CSV" : "Excel");
            return TableFile.Of(format, "rounds", RowsAsync(page.Cancellation));
        });

    private async IAsyncEnumerable<IReadOnlyList<TableCell>> RowsAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return ["年度", "回", "状態", "受付開始", "受付終了", .. RoundMeasure.All.Select(m => (TableCell)m.Name), "年度の名称"];
        foreach (var (edition, r) in (await count.AllAsync(cancellation)).SelectMany(e => e.Rounds, (e, r) => (e.Edition, r)))
        {
            TableCell[] known =
            [
                r.Id.Edition, $"第{r.Round.Number}回", PhaseLabels.Of(r.State.Phase),
                LocalDatePattern.Iso.Format(r.Round.EntryOpens),
                LocalDatePattern.Iso.Format(r.LastDay(edition)),
            ];
            yield return [.. known, .. RoundMeasure.All.Select(m => (TableCell)m.Of([r])), edition.YearName];
        }
    }
}
