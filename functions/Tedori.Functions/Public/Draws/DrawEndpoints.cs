using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using NodaTime;
using Tedori.Functions.Components;
using Tedori.Functions.Http;
using Tedori.Functions.Public.Home;
using Tedori.Programme;
using Tedori.Programme.Editions;
using Tedori.Programme.Lottery;
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

    /// <summary>Shows it; 404 where there is no such round, a choice where several years have one.</summary>
    [Function("RoundDraw")]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "rounds/{round:int}")] HttpRequest request,
        int round) =>
        pipeline.PublicAsync(request, page => AnswerAsync(page, editions.WithNumber(round)));

    /// <summary>Shows the round of one year; 404 where there is no such round.</summary>
    [Function("RoundDrawOfYear")]
    public Task<IActionResult> ShowOfYearAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "rounds/{round:" + PublicRounds.Pattern + "}")]
        HttpRequest request, string round) =>
        pipeline.PublicAsync(request, page => AnswerAsync(page, editions.WithId(round)));

    private async Task<IActionResult> AnswerAsync(PageRequest page, IReadOnlyList<RoundId> found)
    {
        if (found is not [var id])
            return await responses.ChoiceAsync(editions, found);
        var shown = await responses.PageAsync<RoundDrawPage>(
            await ModelAsync(editions.Of(id), id, page.ReceivedAt, page.Cancellation));
        page.Request.HttpContext.Response.Headers.ContentSecurityPolicy = Policy;
        // It says the time, so it is never the same twice; a minute keeps crowds off the record.
        return shown.KeptByAll(page.Request, seconds: 60);
    }

    private async Task<RoundDrawModel> ModelAsync(
        Edition edition, RoundId id, Instant now, CancellationToken cancellation)
    {
        var (round, ledger) = (edition.Round(id.Number), await places.LedgerAsync(id.Edition, cancellation));
        return new(
            edition, round, (await rounds.StateAsync(id, cancellation)).State, await archive.FileAsync(id, cancellation),
            PublicPlaces.Of(edition, round, ledger), now);
    }
}

/// <summary>The answer where an address means no round or several.</summary>
internal static class RoundChoice
{
    public static Task<IActionResult> ChoiceAsync(
        this Responses responses, EditionCatalog editions, IReadOnlyList<RoundId> found) =>
        found.Count == 0
            ? responses.NotFoundAsync()
            : responses.PageAsync<RoundChoicePage>(
                (IReadOnlyList<OfferedRound>)
                    [.. found.Select(id => new OfferedRound(editions.Of(id), editions.Of(id).Round(id.Number)))],
                StatusCodes.Status300MultipleChoices);
}
