using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Tedori.Functions.Http;
using Tedori.Functions.Public.Draws;
using Tedori.Functions.Public.Home;
using Tedori.Programme;
using Tedori.Workflows.Editions;

namespace Tedori.Functions.Public.Kit;

/// <summary>The kit of one round: its page and its files. A number alone means a round only while one year has it.</summary>
public sealed class KitRoundEndpoints(
    RequestPipeline pipeline, Responses responses, EditionCatalog editions, KitCatalog kit, KitFiles files)
{
    private const string OfNumber = "kit/rounds/{round:int}";
    private const string OfYear = "kit/rounds/{round:" + PublicRounds.Pattern + "}";

    /// <summary>Everything of a round.</summary>
    [Function("KitRound")]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = OfNumber)] HttpRequest request, int round) =>
        AnswerAsync(request, editions.WithNumber(round), PageAsync);

    /// <summary>Everything of a round of one year.</summary>
    [Function("KitRoundOfYear")]
    public Task<IActionResult> ShowOfYearAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = OfYear)] HttpRequest request, string round) =>
        AnswerAsync(request, editions.WithId(round), PageAsync);

    /// <summary>A file of a round.</summary>
    [Function("KitFile")]
    public Task<IActionResult> SendAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = OfNumber + "/{file}")] HttpRequest request,
        int round, string file) =>
        AnswerAsync(request, editions.WithNumber(round), (id, items) => FileAsync(id, items, file));

    /// <summary>A file of a round of one year.</summary>
    [Function("KitFileOfYear")]
    public Task<IActionResult> SendOfYearAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = OfYear + "/{file}")] HttpRequest request,
        string round, string file) =>
        AnswerAsync(request, editions.WithId(round), (id, items) => FileAsync(id, items, file));

    private Task<IActionResult> PageAsync(RoundId id, IReadOnlyList<KitItem> items) =>
        responses.PageAsync<KitRoundPage>(new KitRoundModel(RoundOf(id), items));

    private Task<IActionResult> FileAsync(RoundId id, IReadOnlyList<KitItem> items, string file) =>
        files.Find(items, id, file) ?? responses.NotFoundAsync();

    private Task<IActionResult> AnswerAsync(
        HttpRequest request, IReadOnlyList<RoundId> found, Func<RoundId, IReadOnlyList<KitItem>, Task<IActionResult>> answer) =>
        pipeline.PublicAsync(request, async page =>
        {
            if (found.Count == 0)
                return await responses.NotFoundAsync();
            return found is [var id]
                ? (await answer(id, await kit.OfAsync(id, page.Cancellation))).KeptByAll(request)
                : await responses.PageAsync<KitChoicePage>(
                    (IReadOnlyList<OfferedRound>)[.. found.Select(RoundOf)], StatusCodes.Status300MultipleChoices);
        });

    private OfferedRound RoundOf(RoundId id) => new(editions.Of(id), editions.Of(id).Round(id.Number));
}
