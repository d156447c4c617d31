using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Tedori.Functions.Components;
using Tedori.Functions.Http;
using Tedori.Functions.Public.Home;
using Tedori.Workflows.Editions;

namespace Tedori.Functions.Public.Kit;

/// <summary>The chamber's kit as a whole: its page, its data, and the table that other sites frame.</summary>
public sealed class KitEndpoints(
    RequestPipeline pipeline, Responses responses, EditionCatalog editions, KitCatalog kit, PublicAddress address)
{
    // Nothing in it acts, so any site may frame it.
    private static readonly string Framed = string.Join("; ",
        "default-src 'none'", $"style-src {ShellStyle.Source}", "base-uri 'none'", "form-action 'none'", "frame-ancestors *");

    /// <summary>What there is and when it should go out.</summary>
    [Function("Kit")]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "kit")] HttpRequest request) =>
        AnswerAsync(request, model => responses.PageAsync<KitPage>(model));

    /// <summary>All of it as JSON.</summary>
    [Function("KitJson")]
    public Task<IActionResult> SendJsonAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "kit.json")] HttpRequest request) =>
        AnswerAsync(request, model => Task.FromResult(Responses.Json(PublishedKit.Of(model.Items))));

    /// <summary>All of it as a table.</summary>
    [Function("KitCsv")]
    public Task<IActionResult> SendCsvAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "kit.csv")] HttpRequest request) =>
        AnswerAsync(request, model => Task.FromResult(KitFiles.Table(model.Items, "kit")));

    /// <summary>The coming rounds as a table for frames.</summary>
    [Function("KitEmbed")]
    public Task<IActionResult> EmbedAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "kit/embed")] HttpRequest request) =>
        AnswerAsync(request, async model =>
        {
            var table = await responses.PageAsync<KitEmbedPage>(model);
            var headers = request.HttpContext.Response.Headers;
            headers.ContentSecurityPolicy = Framed;
            headers.Remove("X-Frame-Options");
            return table;
        });

    private Task<IActionResult> AnswerAsync(HttpRequest request, Func<KitModel, Task<IActionResult>> answer) =>
        pipeline.PublicAsync(request, async page =>
        {
            List<OfferedRound> rounds = [.. editions.All.SelectMany(e => e.Rounds, (e, r) => new OfferedRound(e, r))];
            var answered = await answer(new(rounds, await kit.AllAsync(page.Cancellation), page.ReceivedAt, address.Base));
            return answered.KeptByAll(request);
        });
}
