using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Tedori.Functions.Http;
using Tedori.Programme.Plans;

namespace Tedori.Functions.Public.Plans;

/// <summary>All measures of all plans as files.</summary>
public sealed class PlanFileEndpoints(RequestPipeline pipeline, PlanCatalog plans)
{
    /// <summary>As JSON.</summary>
    [Function("PlanJson")]
    public Task<IActionResult> SendJsonAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "plan.json")] HttpRequest request) =>
        pipeline.PublicAsync(request, _ => Task.FromResult(Published(request, Responses.Json(PublishedPlans.Of(plans.All)))));

    /// <summary>As a table for spreadsheets, a row for each measure.</summary>
    [Function("PlanCsv")]
    public Task<IActionResult> SendCsvAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "plan.csv")] HttpRequest request) =>
        pipeline.PublicAsync(
            request, _ => Task.FromResult(Published(request, TableFile.Of(TableFormat.Csv, "plan", RowsAsync()))));

    private static IActionResult Published(HttpRequest request, IActionResult file)
    {
        request.HttpContext.Response.Headers.CacheControl = "public, max-age=300";
        return file;
    }

    private async IAsyncEnumerable<IReadOnlyList<TableCell>> RowsAsync()
    {
        yield return ["計画", "分野", "分野の名称", "行うところ", "記号", "番号", "番地", "呼び名", "取組", "内訳", "合う項目", "合う項目の名称"];
        foreach (var (plan, area, measure) in plans.All.SelectMany(
            p => p.Areas.SelectMany(a => a.Measures, (a, m) => (p, a, m))))
        {
            List<int> items = [.. measure.Fits.SelectMany(f => f.Items).Order()];
            yield return
            [
                plan.YearName, (decimal)area.Number, area.Name, measure.Id.Side.Name(), measure.Letter,
                measure.Id.ToString(), measure.Id.Path, measure.Name, measure.Text, string.Join('\n', measure.Points),
                string.Join(' ', items),
                string.Join('\n', items.Select(i => plans.ItemOf(plan, i)).Select(i => $"{i.Label}{i.Name}")),
            ];
        }

        await Task.CompletedTask;
    }
}
