using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Tedori.Functions.Http;

/// <summary>
/// What was sent with a request that is refused. A browser shows the answer only after it has sent everything: where
/// the connection is closed in the middle, it shows its own "connection was reset" instead of what is wrong.
/// </summary>
internal static class UnreadBody
{
    /// <summary>Up to this much is read and thrown away; of more, nothing.</summary>
    public const long Most = 256 * 1024 * 1024;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>Reads the rest of the body, as far as its length and the time allow, and keeps nothing.</summary>
    public static async Task DrainAsync(HttpRequest request, TimeProvider time, CancellationToken cancellation)
    {
        if (request.ContentLength > Most)
            return;
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = Most;
        using var bound = new CancellationTokenSource(Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(bound.Token, cancellation);
        try
        {
            await request.Body.CopyToAsync(Stream.Null, either.Token);
        }
        catch (Exception e) when (e is BadHttpRequestException or IOException or OperationCanceledException)
        {
            // Whoever stopped sending, or is too slow, has no use for the answer; the refusal stands.
        }
    }
}
