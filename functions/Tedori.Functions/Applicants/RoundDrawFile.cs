using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;
using Tedori.Programme.Cases;
using Tedori.Programme.Lottery;
using Tedori.Programme.Lottery.Proofs;
using Tedori.Workflows;
using Tedori.Workflows.Rounds;

namespace Tedori.Functions.Applicants;

/// <summary>Everything published of a round's draw as one file, for the verifiers.</summary>
public sealed class RoundDrawFile(EditionShelf editions, RoundRecords rounds, DrawArchive archive)
{
    /// <summary>Sends it; 404 before the list is frozen; 304 where the caller has it already.</summary>
    [Function("RoundDrawFile")]
    public async Task<IResult> SendAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "rounds/{round:int}/draw.json")] HttpRequest request,
        int round, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var edition = editions.All.Last();
        if (round < 1 || round > edition.Rounds.Count)
            return NotYet();
        var id = new RoundId(edition.Id, round);
        var (state, _) = await rounds.StateAsync(id, cancellation);
        if (state.Phase < RoundPhase.Sealed)
            return NotYet();
        var tag = new EntityTagHeaderValue($"\"{state.Digest}-{state.Draw}-{(state.DrawnAt is null ? "sealed" : "drawn")}\"");
        request.HttpContext.Response.Headers.CacheControl = "public, max-age=60";
        if (request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
            return NotModified(request, tag);
        var file = await archive.FileAsync(id, cancellation);
        return Results.Stream(
            stream => ProofFile.WriteAsync(stream, file, request.HttpContext.RequestAborted),
            "application/json", $"{id}-draw.json", entityTag: tag);
    }

    private static IResult NotModified(HttpRequest request, EntityTagHeaderValue tag)
    {
        request.HttpContext.Response.GetTypedHeaders().ETag = tag;
        return Results.StatusCode(StatusCodes.Status304NotModified);
    }

    private static IResult NotYet() => Results.Text(
        "この回の名簿はまだ封印されていません。締切の後にもう一度お試しください。\n", "text/plain; charset=utf-8", statusCode: 404);
}
