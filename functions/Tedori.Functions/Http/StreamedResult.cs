using Microsoft.AspNetCore.Mvc;

namespace Tedori.Functions.Http;

/// <summary>A file that is written while it is made.</summary>
/// <param name="contentType">Its type.</param>
/// <param name="name">Name under which the browser saves it.</param>
/// <param name="write">Writes it.</param>
public sealed class StreamedResult(string contentType, string name, Func<Stream, CancellationToken, Task> write)
    : IActionResult
{
    /// <inheritdoc/>
    public async Task ExecuteResultAsync(ActionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var response = context.HttpContext.Response;
        response.ContentType = contentType;
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        try
        {
            await write(response.Body, context.HttpContext.RequestAborted);
        }
        catch
        {
            // The head is out: only a broken connection tells the browser that the file is not whole.
            context.HttpContext.Abort();
            throw;
        }
    }
}
