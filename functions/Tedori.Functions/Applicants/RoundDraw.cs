using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using NodaTime;
using Tedori.Pages;
using Tedori.Pages.Draws;
using Tedori.Programme.Cases;
using Tedori.Programme.Programmes;
using Tedori.Workflows;
using Tedori.Workflows.Rounds;

namespace Tedori.Functions.Applicants;

/// <summary>The public page of a round: its time line, its places, its sealed list and its draw. No personal data.</summary>
public sealed class RoundDraw(
    PageRenderer pages, EditionShelf editions, RoundRecords rounds, DrawArchive archive, PlaceDesk places, IClock clock)
{
    /// <summary>Shows it; 404 where there is no such round.</summary>
    [Function("RoundDraw")]
    public async Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "rounds/{round:int}")] HttpRequest request,
        int round, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var edition = editions.All.Last();
        if (round < 1 || round > edition.Rounds.Count)
            return Html(await pages.RenderAsync<RoundMissing>(new() { [nameof(RoundMissing.Edition)] = edition }), 404);
        var model = await ModelAsync(edition, new(edition.Id, round), cancellation);
        // It says the time, so it is never the same twice; a minute keeps crowds off the record.
        request.HttpContext.Response.Headers.CacheControl = "public, max-age=60";
        return Html(await pages.RenderAsync<RoundDrawPage>(new() { [nameof(RoundDrawPage.Model)] = model }), 200);
    }

    private async Task<RoundDrawModel> ModelAsync(Edition edition, RoundId id, CancellationToken cancellation) => new(
        edition, edition.Round(id.Number), (await rounds.StateAsync(id, cancellation)).State,
        await archive.FileAsync(id, cancellation), await places.StatementAsync(id, cancellation), clock.GetCurrentInstant());

    private static ContentResult Html(string html, int status) =>
        new() { Content = html, ContentType = "text/html; charset=utf-8", StatusCode = status };
}
