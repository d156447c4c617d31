using System.Text;
using System.Text.RegularExpressions;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace Tedori.Functions.Http;

/// <summary>
/// A table as a workbook (.xlsx) of which every text is a text cell, so that no spreadsheet makes a date of an address,
/// a number of a phone or a sum of a formula. Written row by row while it is read.
/// </summary>
internal static partial class Workbook
{
    /// <summary>Its type.</summary>
    public const string Kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    // What a spreadsheet holds: so many characters in a cell, so many rows in a sheet.
    private const int MostCharacters = 32_767;
    private const int MostRows = 1_000_000;
    private const int RowsAtOnce = 500;

    private static readonly WorksheetOptions Frozen = new() { FrozenRows = 1, FrozenColumns = 1 };

    /// <summary>Writes it.</summary>
    /// <param name="rows">The rows, the first with the headings.</param>
    /// <param name="target">Where to.</param>
    /// <param name="cancellation">Ends it before it is whole.</param>
    public static async Task WriteAsync(
        IAsyncEnumerable<IReadOnlyList<TableCell>> rows, Stream target, CancellationToken cancellation)
    {
        await using var sink = new DrainedStream(target);
        await using (var book = await Spreadsheet.CreateNewAsync(sink, cancellationToken: cancellation))
        {
            var format = NumberFormat.Standard(StandardNumberFormat.Text);
            var heading = book.AddStyle(new Style { Format = format, Font = { Bold = true } });
            var text = book.AddStyle(new Style { Format = format });
            var number = 0;
            await foreach (var row in rows.WithCancellation(cancellation))
            {
                if (number % MostRows == 0)
                    await book.StartWorksheetAsync($"Sheet{(number / MostRows) + 1}", Frozen, cancellation);
                var style = number == 0 ? heading : text;
                await book.AddRowAsync([.. row.Select(c => CellOf(c, style))], cancellation);
                if (++number % RowsAtOnce == 0)
                    await sink.DrainAsync(cancellation);
            }

            await book.FinishAsync(cancellation);
        }

        await sink.DrainAsync(cancellation);
    }

    private static StyledCell CellOf(TableCell cell, StyleId style) =>
        cell.Number is { } number ? new(number, null) : new(Plain(cell.Text ?? ""), style);

    // Control characters and what is no character cannot stand in XML, and _x0041_ would be read as the letter A.
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in Escaped().Replace(text, "_x005F_").EnumerateRunes())
        {
            if (plain.Length + rune.Utf16SequenceLength > MostCharacters)
                break;
            if ((!Rune.IsControl(rune) || rune.Value is '\n' or '\t') && rune.Value is not (0xFFFE or 0xFFFF))
                plain.Append(rune);
        }

        return plain.ToString();
    }

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex Escaped();
}
