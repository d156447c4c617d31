using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Infrastructure;

namespace Tedori.Functions.Http;

/// <summary>Answers that are the same for everybody and may be kept by everybody for a while.</summary>
internal static class PublicCaching
{
    /// <summary>
    /// Lets an answer be kept that is what was asked for, or that says that the caller has it already. A refusal or a
    /// message keeps the header of every answer, which forbids it: it would outlive its reason.
    /// </summary>
    public static IActionResult KeptByAll(this IActionResult answer, HttpRequest request, int seconds = 300)
    {
        if (answer is not IStatusCodeActionResult
            {
                StatusCode: not (null or StatusCodes.Status200OK or StatusCodes.Status304NotModified),
            })
        {
            request.HttpContext.Response.Headers.CacheControl = $"public, max-age={seconds}";
        }

        return answer;
    }
}
