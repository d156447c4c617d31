using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Tedori.Functions.Components;
using Tedori.Functions.Http;

namespace Tedori.Functions.Public.Scripts;

/// <summary>The scripts of the pages.</summary>
public sealed class ScriptEndpoints(RequestPipeline pipeline, Responses responses)
{
    /// <summary>Answers with a script; for good where the address names this very text, for now where it does not.</summary>
    [Function("Script")]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "assets/{name}")] HttpRequest request, string name) =>
        pipeline.PublicAsync(request, async page => Script.Find(name) is { } script
            ? AnswerTo(page.Request, script)
            : await responses.NotFoundAsync());

    /// <summary>The answer to a request for a script.</summary>
    public static IActionResult AnswerTo(HttpRequest request, Script script)
    {
        request.HttpContext.Response.Headers.CacheControl = request.Query["v"] == script.Digest
            ? "public, max-age=31536000, immutable"
            : "no-cache";
        return new ContentResult
        {
            Content = script.Text,
            ContentType = "text/javascript; charset=utf-8",
            StatusCode = StatusCodes.Status200OK,
        };
    }
}
