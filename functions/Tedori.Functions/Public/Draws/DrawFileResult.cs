using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Tedori.Programme.Lottery.Proofs;

namespace Tedori.Functions.Public.Draws;

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
