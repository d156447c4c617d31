using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Tedori.Functions.Papers;

/// <summary>A PDF that the browser shows.</summary>
/// <param name="file">The file.</param>
/// <param name="name">ASCII name under which it is saved.</param>
internal sealed class PdfResult(byte[] file, string name) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = "application/pdf";
        response.ContentLength = file.Length;
        response.Headers.ContentDisposition = $"inline; filename=\"{name}\"";
        if (!HttpMethods.IsHead(context.HttpContext.Request.Method))
            await response.Body.WriteAsync(file, context.HttpContext.RequestAborted);
    }
}
