using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Tedori.Functions.Http;

/// <summary>Answers with a script whose address names its text.</summary>
public static class ScriptAnswer
{
    /// <summary>For good where the address names this very text, for now where it does not.</summary>
    public static IActionResult To(HttpRequest request, string text, string digest)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.HttpContext.Response.Headers.CacheControl = request.Query["v"] == digest
            ? "public, max-age=31536000, immutable"
            : "no-cache";
        return new ContentResult
        {
            Content = text,
            ContentType = "text/javascript; charset=utf-8",
            StatusCode = StatusCodes.Status200OK,
        };
    }
}
