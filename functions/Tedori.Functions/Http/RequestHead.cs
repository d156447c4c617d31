using Microsoft.AspNetCore.Http;

namespace Tedori.Functions.Http;

/// <summary>
/// How long the head of a request may be. Where a server takes longer ones, they are refused here: it refuses them with
/// nothing to read.
/// </summary>
public static class RequestHead
{
    /// <summary>Most characters of an address without its host.</summary>
    public const int LongestAddress = 8 * 1024;

    /// <summary>Most characters of all headers together.</summary>
    public const int LongestHeaders = 32 * 1024;

    /// <summary>Most headers.</summary>
    public const int MostHeaders = 100;

    /// <summary>Whether its address is too long.</summary>
    public static bool HasLongAddress(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Path.ToUriComponent().Length + request.QueryString.ToUriComponent().Length > LongestAddress;
    }

    /// <summary>Whether its headers are too long, or too many.</summary>
    public static bool HasLongHeaders(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Headers.Count > MostHeaders
            || request.Headers.Sum(h => h.Key.Length + h.Value.Sum(v => (long)(v?.Length ?? 0))) > LongestHeaders;
    }
}
