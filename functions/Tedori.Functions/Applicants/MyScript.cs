using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Tedori.Functions.Components;
using Tedori.Functions.Http;

namespace Tedori.Functions.Applicants;

/// <summary>The script of the pages behind a signed link.</summary>
public sealed class MyScript(RequestPipeline pipeline)
{
    private static readonly string Text = EmbeddedText.Read("Assets/my.js");

    /// <summary>Serves it.</summary>
    [Function("MyScript")]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "assets/my.js")] HttpRequest request) =>
        pipeline.PublicAsync(request, _ =>
        {
            request.HttpContext.Response.Headers.CacheControl = "no-cache";
            return Task.FromResult<IActionResult>(
                new ContentResult { Content = Text, ContentType = "text/javascript; charset=utf-8" });
        });
}
