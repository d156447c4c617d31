using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Tedori.Workflows.Drafts;

namespace Tedori.Functions.Http;

/// <summary>
/// Redirects after a post: a page that answers what a browser sent is kept, and the browser is sent to the same address
/// to get it there. Back and Reload then send nothing again. Whoever is no browser gets the page at once.
/// </summary>
public sealed class KeptAnswers(KeptPages pages, IOptions<AntiforgeryOptions> forms, ILogger<KeptAnswers> logger)
{
    private const string Field = "answer";

    // What says that something went wrong on the way is not to be got again but to be tried again.
    private static readonly int[] Kept =
    [
        StatusCodes.Status200OK, StatusCodes.Status400BadRequest, StatusCodes.Status403Forbidden,
        StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status410Gone,
        StatusCodes.Status422UnprocessableEntity,
    ];

    /// <summary>The answer itself, or the way to it.</summary>
    /// <param name="request">The request that is answered.</param>
    /// <param name="owner">The session or member of staff that sent it; null where only the browser is known.</param>
    /// <param name="answer">The answer.</param>
    public async Task<IActionResult> KeepAsync(HttpRequest request, string? owner, IActionResult answer)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (answer is not ContentResult { Content: { } html, StatusCode: { } status, ContentType: { } type }
            || !Kept.Contains(status) || !type.StartsWith("text/html", StringComparison.Ordinal) || !IsBrowsers(request)
            || (owner ?? BrowserOf(request)) is not { } known)
            return answer;
        try
        {
            var key = await pages.KeepAsync(known, owner is not null, status, html, request.HttpContext.RequestAborted);
            return key is null ? answer : Responses.SeeOther(request.HttpContext.Response, AddressOf(request, key));
        }
        catch (Exception e) when (!request.HttpContext.RequestAborted.IsCancellationRequested)
        {
            // What was done is done: the answer must not be lost with the way to it.
            logger.LogError(e, "The answer to {Trace} could not be kept.", request.HttpContext.TraceIdentifier);
            return answer;
        }
    }

    /// <summary>The answer that was kept for whoever asks; null where the page itself is to be shown.</summary>
    /// <param name="request">The request.</param>
    /// <param name="owner">The session or member of staff that asks, or null where only the browser is known.</param>
    public async Task<IActionResult?> ShowAsync(HttpRequest request, string? owner)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            || request.Query[Field] is not [{ Length: > 0 and < 64 } key]
            || (owner ?? Cookie(request)) is not { } known)
            return null;
        var found = await pages.FindAsync(key, known, owner is not null, request.HttpContext.RequestAborted);
        return found is var (status, html)
            ? Responses.Html(html, status)
            : null;
    }

    /// <summary>Whether a browser that goes to another page sent it.</summary>
    public static bool IsBrowsers(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return HttpMethods.IsPost(request.Method) && request.Headers["Sec-Fetch-Mode"] == "navigate";
    }

    private static string AddressOf(HttpRequest request, string key)
    {
        var rest = request.Query.Where(q => q.Key != Field)
            .SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v)));
        return request.Path.ToUriComponent() + QueryString.Create([.. rest, KeyValuePair.Create(Field, (string?)key)]);
    }

    // A browser whose cookie is replaced by this very answer would not be known by it when it comes back.
    private string? BrowserOf(HttpRequest request) =>
        request.HttpContext.Response.Headers.SetCookie.Any(
            c => c?.StartsWith($"{forms.Value.Cookie.Name}=", StringComparison.Ordinal) == true)
            ? null
            : Cookie(request);

    private string? Cookie(HttpRequest request) =>
        request.Cookies[forms.Value.Cookie.Name!] is { Length: > 0 } cookie ? $"browser {cookie}" : null;
}
