using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using NodaTime;
using Tedori.Functions.Components;
using Tedori.Functions.Http;
using Tedori.Programme;
using Tedori.Programme.Editions;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Rounds;

namespace Tedori.Functions.Public.Draws;

/// <summary>
/// The public page of a round: its time line, its places, its sealed list and its draw. No personal data.
/// </summary>
public sealed class DrawEndpoints(
    RequestPipeline pipeline, Responses responses, EditionCatalog editions, RoundRecords rounds, DrawArchive archive, PlaceService places)
{
    // The page has its verifier in it, and nothing in it may reach a network.
    private static readonly string Policy = string.Join("; ",
        "default-src 'none'", $"style-src {ShellStyle.Source}", $"script-src {VerifierFiles.ScriptSource}",
        "img-src data:",
        "form-action 'none'", "base-uri 'none'", "frame-ancestors 'none'");

    /// <summary>Shows it; 404 where there is no such round.</summary>
    [Function("RoundDraw")]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "rounds/{round:int}")] HttpRequest request,
        int round) =>
        pipeline.PublicAsync(request, async page =>
        {
            var edition = editions.All.Last();
            if (round < 1 || round > edition.Rounds.Count)
                return await responses.NotFoundAsync();
            var headers = request.HttpContext.Response.Headers;
            headers.ContentSecurityPolicy = Policy;
            // It says the time, so it is never the same twice; a minute keeps crowds off the record.
            headers.CacheControl = "public, max-age=60";
            return await responses.PageAsync<RoundDrawPage>(
                await ModelAsync(
                    edition, new(edition.Id, round), page.ReceivedAt, request.HttpContext.RequestAborted));
        });

    private async Task<RoundDrawModel> ModelAsync(
        Edition edition, RoundId id, Instant now, CancellationToken cancellation) => new(
        edition, edition.Round(id.Number), (await rounds.StateAsync(id, cancellation)).State,
        await archive.FileAsync(id, cancellation), await places.StatementAsync(id, cancellation), now);
}
