using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;
using Tedori.Functions.Http;

namespace Tedori.Functions.Public.Draws;

/// <summary>The verifiers of published draws, to download.</summary>
public sealed class VerifierEndpoints(RequestPipeline pipeline)
{
    /// <summary>Sends the one for Python.</summary>
    [Function("RoundVerifierPython")]
    public Task<IActionResult> SendPythonAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "rounds/verify_draw.py")]
        HttpRequest request) =>
        SendAsync(request, VerifierFiles.Python, "text/x-python; charset=utf-8", "verify_draw.py");

    /// <summary>Sends the one for JavaScript.</summary>
    [Function("RoundVerifierJavaScript")]
    public Task<IActionResult> SendJavaScriptAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "rounds/verify_draw.js")]
        HttpRequest request) =>
        SendAsync(request, VerifierFiles.JavaScript, "text/javascript; charset=utf-8", "verify_draw.js");

    private Task<IActionResult> SendAsync(HttpRequest request, string text, string type, string name) =>
        pipeline.PublicAsync(request, _ =>
        {
            var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}\"";
            var response = request.HttpContext.Response;
            response.Headers.CacheControl = "public, max-age=3600";
            response.Headers.ETag = tag;
            if (request.Headers.IfNoneMatch.Contains(tag))
                return Task.FromResult<IActionResult>(new StatusCodeResult(StatusCodes.Status304NotModified));
            response.Headers.ContentDisposition =
                new ContentDispositionHeaderValue("attachment") { FileName = name }.ToString();
            return Task.FromResult<IActionResult>(
                new ContentResult { Content = text, ContentType = type, StatusCode = 200 });
        });
}
