using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;
using Tedori.Functions.Http;
using Tedori.Programme;
using Tedori.Programme.Lottery;
using Tedori.Programme.Lottery.Proofs;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Rounds;

namespace Tedori.Functions.Public.Draws;

/// <summary>Everything published of a round's draw as one file, for the verifiers.</summary>
public sealed class DrawFileEndpoints(
    RequestPipeline pipeline, Responses responses, EditionCatalog editions, RoundRecords rounds, DrawArchive archive)
{
    /// <summary>Sends it; 404 before the list is frozen; 304 where the caller has it already.</summary>
    [Function("RoundDrawFile")]
    public Task<IActionResult> SendAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "rounds/{round:int}/draw.json")]
        HttpRequest request, int round) =>
        pipeline.PublicAsync(
            request, _ => AnswerAsync(request, editions.WithNumber(round), request.HttpContext.RequestAborted));

    /// <summary>Sends that of one year; 404 before the list is frozen; 304 where the caller has it already.</summary>
    [Function("RoundDrawFileOfYear")]
    public Task<IActionResult> SendOfYearAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head",
            Route = "rounds/{round:" + PublicRounds.Pattern + "}/draw.json")]
        HttpRequest request, string round) =>
        pipeline.PublicAsync(
            request, _ => AnswerAsync(request, editions.WithId(round), request.HttpContext.RequestAborted));

    private async Task<IActionResult> AnswerAsync(
        HttpRequest request, IReadOnlyList<RoundId> found, CancellationToken cancellation)
    {
        if (found is not [var id])
            return await responses.ChoiceAsync(editions, found);
        var (state, _) = await rounds.StateAsync(id, cancellation);
        if (state.Phase < RoundPhase.Sealed)
        {
            return await responses.MessageAsync(
                404, "公表データはまだありません", $"第{id.Number}回の名簿はまだ封印されていません。締切の後にもう一度お試しください。");
        }

        var tag = new EntityTagHeaderValue(
            $"\"{state.Digest}-{state.Draw}-{(state.DrawnAt is null ? "sealed" : "drawn")}\"");
        var isKnown = request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false));
        IActionResult answer = isKnown
            ? new StatusCodeResult(StatusCodes.Status304NotModified)
            : new DrawFileResult((await archive.FileAsync(id, cancellation))!, $"{id}-draw.json");
        request.HttpContext.Response.GetTypedHeaders().ETag = tag;
        return answer.KeptByAll(request, seconds: 60);
    }
}

/// <summary>Writes a published draw to the answer as it goes, because a list may be long.</summary>
internal sealed class DrawFileResult(DrawFile file, string name) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = "application/json; charset=utf-8";
        response.Headers.ContentDisposition =
            new ContentDispositionHeaderValue("attachment") { FileName = name }.ToString();
        if (!HttpMethods.IsHead(context.HttpContext.Request.Method))
            await ProofFile.WriteAsync(response.Body, file, context.HttpContext.RequestAborted);
    }
}
