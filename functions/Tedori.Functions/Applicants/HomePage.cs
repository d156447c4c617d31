using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using NodaTime;
using Tedori.Pages;
using Tedori.Pages.Applicants;
using Tedori.Workflows;

namespace Tedori.Functions.Applicants;

/// <summary>The public front page: which round is open, which opens next, and all dates.</summary>
public sealed class HomePage(PageRenderer pages, EditionShelf editions, IClock clock)
{
    // An empty route would show the host's own page, and an optional catch-all is refused at start.
    private const string Root = "{ignored:maxlength(0)?}";

    /// <summary>Shows it.</summary>
    [Function("Home")]
    public async Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Root)] HttpRequest request)
    {
        var model = HomeModel.At(editions.All.Last(), clock.GetCurrentInstant());
        var html = await pages.RenderAsync<Home>(new() { [nameof(Home.Model)] = model });
        return new ContentResult { Content = html, ContentType = "text/html; charset=utf-8", StatusCode = 200 };
    }
}
