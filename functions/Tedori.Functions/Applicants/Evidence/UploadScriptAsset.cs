using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Tedori.Pages.Applicants.Evidence;

namespace Tedori.Functions.Applicants.Evidence;

/// <summary>The script of the upload form. Anybody may read it.</summary>
public sealed class UploadScriptAsset
{
    private readonly ContentResult script = new()
    {
        Content = UploadScript.Text,
        ContentType = "text/javascript; charset=utf-8",
        StatusCode = StatusCodes.Status200OK,
    };

    /// <summary>Answers with the script; for good where the address names this very text, for now where it does not.</summary>
    [Function("UploadScript")]
    public IActionResult Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = UploadScript.Route)] HttpRequest request)
    {
        request.HttpContext.Response.Headers.CacheControl = request.Query["v"] == UploadScript.Digest
            ? "public, max-age=31536000, immutable"
            : "no-cache";
        return script;
    }
}
