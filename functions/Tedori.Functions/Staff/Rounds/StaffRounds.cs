using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Tedori.Functions.Http;
using Tedori.Pages.Operator;
using Tedori.Pages.Staff.Rounds;
using Tedori.Programme.Cases;
using Tedori.Workflows.Audit;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff.Rounds;

/// <summary>How the rounds stand.</summary>
public sealed class StaffRounds(Door door, Answers answers, RoundCount count, StaffTrail trail)
{
    /// <summary>Shows it.</summary>
    [Function("StaffRounds")]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "staff/rounds")] HttpRequest request) =>
        door.StaffAsync(request, StaffRole.Viewer, async visit =>
        {
            await trail.SawAsync(visit, AuditActions.ViewRounds, "-");
            return await answers.PageAsync<StaffRoundsPage>(
                new StaffRoundsModel(visit.Member, await count.AllAsync(visit.Cancellation)));
        });

    /// <summary>Saves it.</summary>
    [Function("StaffRoundsCsv")]
    public Task<IActionResult> ExportAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "staff/rounds.csv")] HttpRequest request) =>
        door.StaffAsync(request, StaffRole.Viewer, async visit =>
        {
            await trail.SawAsync(visit, AuditActions.ViewRounds, "-", "CSV");
            return new CsvResult("rounds.csv", RowsAsync(visit.Cancellation));
        });

    private async IAsyncEnumerable<string> RowsAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var (steps, outcomes) = (Enum.GetValues<Step>().Where(s => s != Step.Closed).ToList(), Enum.GetValues<Outcome>());
        yield return CsvRow.Of(
            ["年度", "回", "状態", "当初の予定", "繰入れ", "当選", "未充足", "繰出し", "応募", .. steps.Select(CaseWords.Of), .. outcomes.Select(CaseWords.Of)]);
        foreach (var r in (await count.AllAsync(cancellation)).SelectMany(e => e.Rounds))
        {
            int[] numbers =
            [
                r.Places - r.CarriedIn, r.CarriedIn, r.State.Won, r.Unfilled, r.CarriedOut, r.Entries,
                .. steps.Select(s => r.Running.GetValueOrDefault(s)), .. outcomes.Select(r.Count),
            ];
            yield return CsvRow.Of(
                [r.Id.Edition, $"第{r.Round.Number}回", PhaseWords.Of(r.State.Phase),
                    .. numbers.Select(n => n.ToString(CultureInfo.InvariantCulture))]);
        }
    }
}
