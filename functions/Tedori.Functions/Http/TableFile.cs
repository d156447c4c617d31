using Microsoft.AspNetCore.Mvc;

namespace Tedori.Functions.Http;

/// <summary>As what a table is saved.</summary>
public enum TableFormat
{
    /// <summary>CSV, for programs.</summary>
    Csv,

    /// <summary>A workbook for Excel, for people.</summary>
    Excel,
}

/// <summary>Files in which staff save tables.</summary>
public static class TableFile
{
    /// <summary>The file.</summary>
    /// <param name="format">As what.</param>
    /// <param name="name">Its name without ending.</param>
    /// <param name="rows">The rows, the first with the headings.</param>
    public static IActionResult Of(
        TableFormat format, string name, IAsyncEnumerable<IReadOnlyList<TableCell>> rows) => format switch
        {
            TableFormat.Csv => new CsvResult($"{name}.csv", rows),
            TableFormat.Excel => new StreamedResult(
                Workbook.Kind, $"{name}.xlsx", (target, cancellation) => Workbook.WriteAsync(rows, target, cancellation)),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Unknown format."),
        };
}
