using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace Tedori.Functions.Http;

/// <summary>A CSV file, written row by row while it is read: however many rows, one is in memory.</summary>
/// <param name="name">Name under which the browser saves it.</param>
/// <param name="rows">The rows, the first with the headings.</param>
public sealed class CsvResult(string name, IAsyncEnumerable<IReadOnlyList<TableCell>> rows) : IActionResult
{
    private const int Chunk = 32 * 1024;

    /// <inheritdoc/>
    public async Task ExecuteResultAsync(ActionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var response = context.HttpContext.Response;
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        // Spreadsheets take a file without the mark for the machine's old encoding.
        var text = new StringBuilder("\uFEFF");
        await foreach (var row in rows.WithCancellation(context.HttpContext.RequestAborted))
        {
            text.Append(CsvRow.Of(row.Select(c => c.ToString())));
            if (text.Length < Chunk)
                continue;
            await response.Body.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), context.HttpContext.RequestAborted);
            text.Clear();
        }

        await response.Body.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), context.HttpContext.RequestAborted);
    }
}
