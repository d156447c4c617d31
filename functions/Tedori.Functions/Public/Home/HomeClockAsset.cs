using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Tedori.Functions.Http;

namespace Tedori.Functions.Public.Home;

/// <summary>The script of the front page's clock.</summary>
public sealed class HomeClockAsset(RequestPipeline pipeline)
{
    /// <summary>The text.</summary>
    [Function("HomeClock")]
    public Task<IActionResult> ReadAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = HomeClock.Route)] HttpRequest request) =>
        pipeline.PublicAsync(request, _ => Task.FromResult<IActionResult>(
            new ContentResult
            {
                Content =
                HomeClock.Text,
                ContentType = "text/javascript; charset=utf-8",
                StatusCode = 200
            }));
}
