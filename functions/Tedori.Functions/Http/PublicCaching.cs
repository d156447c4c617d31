using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.Net.Http.Headers;
using Tedori.Functions.Languages;

namespace Tedori.Functions.Http;

/// <summary>Answers that are the same for everybody and may be kept by everybody for a while.</summary>
internal static class PublicCaching
{
    /// <summary>
    /// Lets an answer be kept that is what was asked for, or that says that the caller has it already. A refusal or a
    /// message keeps the header of every answer, which forbids it: it would outlive its reason. A page is kept in Japanese
    /// only, and for those who send the same cookies, one of which chooses the language.
    /// </summary>
    public static IActionResult KeptByAll(this IActionResult answer, HttpRequest request, int seconds = 300)
    {
        if (answer is not IStatusCodeActionResult
            {
                StatusCode: not (null or StatusCodes.Status200OK or StatusCodes.Status304NotModified),
            })
        {
            var headers = request.HttpContext.Response.Headers;
            if (answer is ContentResult { ContentType: { } type } && type.StartsWith("text/html", StringComparison.Ordinal))
            {
                if (!Language.Current.Binds)
                    return answer;
                headers.Vary = HeaderNames.Cookie;
            }

            headers.CacheControl = $"public, max-age={seconds}";
        }

        return answer;
    }
}
