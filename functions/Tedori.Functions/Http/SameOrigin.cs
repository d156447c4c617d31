using Microsoft.AspNetCore.Http;

namespace Tedori.Functions.Http;

/// <summary>
/// Whether the browser says that a page of this very site sent a request. What another site makes a browser send must not
/// be shown as if its user had typed it, with a token that lets it pass.
/// </summary>
internal static class SameOrigin
{
    /// <summary>Whether it does; a browser that says nothing counts as another site.</summary>
    public static bool Sent(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
            return site == "same-origin";
        return Uri.TryCreate(request.Headers.Origin.ToString(), UriKind.Absolute, out var origin)
            && string.Equals(origin.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether the browser says that a page of another site sent it.</summary>
    public static bool IsDenied(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none");
}
