using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Tedori.Functions.Components;
using Tedori.Functions.Http;
using Tedori.Functions.Public.Site;
using Tedori.Workflows.Editions;

namespace Tedori.Functions.Public.OpenData;

/// <summary>The figures of all rounds for everybody, as a page and as files. Their addresses hold for good.</summary>
public sealed class OpenDataEndpoints(
    RequestPipeline pipeline, Responses responses, EditionCatalog editions, OpenDataCatalog catalog)
{
    /// <summary>The page.</summary>
    [Function("OpenData")]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "open-data")] HttpRequest request) =>
        AnswerAsync(request, page => responses.PageAsync<OpenDataPage>(new OpenDataModel(
            SiteModel.At("open-data", editions.All, page.Request.ReceivedAt), page.Data)));

    /// <summary>As JSON.</summary>
    [Function("OpenDataJson")]
    public Task<IActionResult> SendJsonAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "open-data/rounds.json")] HttpRequest request) =>
        AnswerAsync(request, page => Task.FromResult(Responses.Json(page.Data)));

    /// <summary>As a table.</summary>
    [Function("OpenDataCsv")]
    public Task<IActionResult> SendCsvAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "open-data/rounds.csv")] HttpRequest request) =>
        AnswerAsync(request, page => Task.FromResult(
            TableFile.Of(TableFormat.Csv, "rounds", OpenDataTable.RowsAsync(page.Data))));

    /// <summary>The schema of the JSON file.</summary>
    [Function("OpenDataSchema")]
    public Task<IActionResult> SendSchemaAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "open-data/schema.json")] HttpRequest request) =>
        pipeline.PublicAsync(request, _ => Task.FromResult(Open(request, new ContentResult
        {
            Content = EmbeddedText.Read("OpenData/schema.json"),
            ContentType = "application/schema+json; charset=utf-8",
            StatusCode = StatusCodes.Status200OK,
        })));

    private Task<IActionResult> AnswerAsync(
        HttpRequest request, Func<(PageRequest Request, OpenDataset Data), Task<IActionResult>> answer) =>
        pipeline.PublicAsync(request, async page =>
            Open(request, await answer((page, await catalog.ReadAsync(page.Cancellation)))));

    // Anybody's script may read it: it is the same for all.
    private static IActionResult Open(HttpRequest request, IActionResult answer)
    {
        request.HttpContext.Response.Headers.AccessControlAllowOrigin = "*";
        return answer.KeptByAll(request);
    }
}
