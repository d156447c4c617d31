using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Tedori.Local.Serve;

/// <summary>
/// A plain page, with the headers of every other, for whatever went wrong outside the app's own pipeline.
/// </summary>
internal sealed class FailurePage(ILogger<FailurePage> logger)
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception e) when (Answers(context, e))
        {
            // With the row's key where a row is damaged, and nothing of what stands in it.
            logger.LogError(e, "Request {Trace} failed.", context.TraceIdentifier);
            await Results.Text(
                $"処理中に問題が起きました。もう一度お試しください(番号: {context.TraceIdentifier})。\n", "text/plain; charset=utf-8",
                Encoding.UTF8, StatusCodes.Status500InternalServerError).ExecuteAsync(context);
        }
    }

    // What the request itself did wrong keeps its own status, and what is half sent can only be broken off: Kestrel
    // does both.
    private static bool Answers(HttpContext context, Exception e) =>
        e is not BadHttpRequestException && !context.Response.HasStarted
            && !context.RequestAborted.IsCancellationRequested;
}
