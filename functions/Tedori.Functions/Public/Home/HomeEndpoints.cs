using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Tedori.Functions.Http;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Rounds;

namespace Tedori.Functions.Public.Home;

/// <summary>The public front page: which round is open, which opens next, and all dates.</summary>
public sealed class HomeEndpoints(
    RequestPipeline pipeline, Responses responses, EditionCatalog editions, MovedDeadlines moved, PlaceService places)
{
    // An empty route would show the host's own page, and an optional catch-all is refused at start.
    internal const string Root = "{ignored:maxlength(0)?}";

    /// <summary>Shows it.</summary>
    [Function("Home")]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Root)] HttpRequest request) =>
        pipeline.PublicAsync(
            request, async page => await responses.PageAsync<HomePage>(
                HomeModel.At(editions.All, page.ReceivedAt) with
                {
                    Moved = await moved.AllAsync(page.Cancellation),
                    Places = await places.ToldAsync(page.Cancellation),
                }));
}
