using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Tedori.Functions.Http;
using Tedori.Programme.Entries;
using Tedori.Workflows.Editions;

namespace Tedori.Functions.Public.News;

/// <summary>The news as a feed.</summary>
public sealed class NewsEndpoints(
    RequestPipeline pipeline, EditionCatalog editions, NewsCatalog news, PublicAddress address)
{
    /// <summary>Sends it.</summary>
    [Function("News")]
    public Task<IActionResult> SendAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "kit/news.atom")] HttpRequest request) =>
        pipeline.PublicAsync(request, async page =>
        {
            var first = editions.All.First();
            var feed = AtomFeed.Write(
                await news.AtAsync(page.ReceivedAt, page.Cancellation), EntryWindow.Of(first, first.Rounds[0]).Opens,
                request.Path, address.Base);
            return new ContentResult
            {
                Content = feed,
                ContentType = $"application/atom+xml; charset={Encoding.UTF8.WebName}",
                StatusCode = StatusCodes.Status200OK,
            }.KeptByAll(request);
        });
}
