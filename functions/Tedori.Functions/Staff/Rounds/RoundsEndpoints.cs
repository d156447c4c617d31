using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using NodaTime.Text;
using Tedori.Functions.Http;
using Tedori.Functions.Operator;
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
        pipeline.StaffAsync(request, StaffRole.Viewer, async page =>
        {
            await trail.SawAsync(page, AuditActions.ViewRounds, "-", "CSV");
            return new CsvResult("rounds.csv", RowsAsync(page.Cancellation));
        });

    private async IAsyncEnumerable<string> RowsAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return CsvRow.Of(["年度", "回", "状態", "受付開始", "受付終了", .. RoundMeasure.All.Select(m => m.Name)]);
        foreach (var (edition, r) in (await count.AllAsync(cancellation)).SelectMany(e => e.Rounds, (e, r) => (e.Edition, r)))
        {
            string[] known =
            [
                r.Id.Edition, $"第{r.Round.Number}回", PhaseLabels.Of(r.State.Phase),
                LocalDatePattern.Iso.Format(r.Round.EntryOpens),
                LocalDatePattern.Iso.Format(r.LastDay(edition)),
            ];
            yield return CsvRow.Of([.. known, .. RoundMeasure.All.Select(m => m.Write(r))]);
        }
    }
}
