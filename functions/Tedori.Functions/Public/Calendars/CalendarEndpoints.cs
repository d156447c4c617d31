using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Tedori.Functions.Http;
using Tedori.Programme.Editions;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Rounds;

namespace Tedori.Functions.Public.Calendars;

/// <summary>Dates for calendars: a feed of all rounds, and the dates of one case to download.</summary>
public sealed class CalendarEndpoints(
    RequestPipeline pipeline, Responses responses, EditionCatalog editions, CaseCommandHandler cases, MovedDeadlines moved,
    PublicAddress address)
{
    /// <summary>All rounds.</summary>
    [Function("Calendar")]
    public Task<IActionResult> OfRoundsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "calendar.ics")] HttpRequest request) =>
        pipeline.PublicAsync(request, async page =>
        {
            List<Edition> all = [.. editions.All];
            var name = string.Join("・", all.Select(e => e.Name));
            var shifted = await moved.AllAsync(page.Cancellation);
            var rounds = all.SelectMany(e => CalendarOfRounds.Of(e, withYear: all.Count > 1, [.. shifted]));
            // Outages are of the office, not of a year.
            var outages = CalendarOfOutages.Of(all[^1].Outages);
            return File(CalendarText.Write(name, rounds.Concat(outages), page.ReceivedAt, address.Base));
        });

    /// <summary>One case. A calendar cannot hold the session's cookie, so it is for downloading.</summary>
    [Function("CalendarOfCase")]
    public Task<IActionResult> OfCaseAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "my/{caseId}/calendar.ics")] HttpRequest request,
        string caseId) =>
        pipeline.CompanyAsync(request, caseId, async page =>
        {
            var id = page.Session.CaseId;
            if (await cases.ReadAsync(id, page.Cancellation) is not { State: { } state })
                return await responses.NotFoundAsync();
            var events = CalendarOfCase.Of(editions.Of(id), state);
            request.HttpContext.Response.Headers.ContentDisposition = $"attachment; filename=\"{id}.ics\"";
            return File(CalendarText.Write($"{id}", events, page.ReceivedAt, address.Base));
        });

    private static ContentResult File(string text) =>
        new ContentResult { Content = text, ContentType = "text/calendar; charset=utf-8", StatusCode = 200 };
}
