using System.Text;

namespace Tedori.Programme.Payments;

/// <summary>
/// The rows of a CSV file that staff gave: UTF-8 with or without its mark, or Shift_JIS; quotes, CR LF, LF or CR; rows
/// without content are left out. Bounded, and never throws. Pure.
/// </summary>
internal static class CsvRows
{
    private const int MostCells = 100;
    private const int MostLetters = 200;

    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // Not registered for everybody: only this reads it here.
    private static readonly Encoding ShiftJis = CodePagesEncodingProvider.Instance.GetEncoding(
        932, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>Reads.</summary>
    /// <param name="content">The file.</param>
    /// <param name="mostBytes">Most bytes, inclusive.</param>
    /// <param name="mostRows">Most rows with content, the header among them, inclusive.</param>
    /// <returns>At least one row, or what is wrong.</returns>
    public static (IReadOnlyList<CsvRow> Rows, FileFault? Fault) Read(ReadOnlySpan<byte> content, int mostBytes, int mostRows)
    {
        if (content.Length > mostBytes)
            return Wrong(null, "fileSize", $"ファイルが大きすぎます({mostBytes / 1_000_000}MBまで)。");
        if (Decoded(content) is not { } text)
            return Wrong(null, "fileCoding", "文字コードを読めません。UTF-8かShift_JISのCSVファイルを選んでください。");
        var (rows, at, line) = (new List<CsvRow>(), 0, 1);
        while (at < text.Length)
        {
            var (row, fault) = Next(text, ref at, ref line);
            if (fault is not null)
                return ([], fault);
            if (row!.Cells.All(c => c.Length == 0))
                continue;
            rows.Add(row);
            if (rows.Count > mostRows)
                return Wrong(null, "fileRows", $"行が多すぎます(見出しを含めて{mostRows:#,0}行まで)。");
        }

        return rows.Count > 0 ? (rows, null) : Wrong(null, "fileEmpty", "ファイルに何も書かれていません。");
    }

    private static string? Decoded(ReadOnlySpan<byte> content)
    {
        if (content is [0xEF, 0xBB, 0xBF, ..])
            return Strictly(Utf8, content[3..]);
        // What banks' own programs put at the end.
        if (content is [.., 0x1A])
            content = content[..^1];
        return content.Contains((byte)0) ? null : Strictly(Utf8, content) ?? Strictly(ShiftJis, content);
    }

    private static string? Strictly(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static (CsvRow? Row, FileFault? Fault) Next(string text, ref int at, ref int line)
    {
        var (first, cells) = (line, new List<string>());
        while (true)
        {
            if (Cell(text, ref at, ref line) is not { } cell)
                return (null, new(first, "csvQuote", "引用符(\")が閉じていません。"));
            if (cell.Length > MostLetters || cells.Count >= MostCells)
                return (null, new(first, "csvCell", $"1項目が{MostLetters}文字、1行が{MostCells}項目を超えています。"));
            cells.Add(cell);
            if (at < text.Length && text[at] == ',')
            {
                at++;
                continue;
            }

            EndOfLine(text, ref at, ref line);
            return (new(first, cells), null);
        }
    }

    // Up to the comma or the end of the line; null where a quote is not closed.
    private static string? Cell(string text, ref int at, ref int line)
    {
        var cell = new StringBuilder();
        while (at < text.Length && text[at] == ' ')
            at++;
        if (at < text.Length && text[at] == '"')
        {
            for (at++; ; at++)
            {
                if (at >= text.Length)
                    return null;
                if (text[at] == '"' && (++at >= text.Length || text[at] != '"'))
                    break;
                line += text[at] == '\n' ? 1 : 0;
                cell.Append(text[at]);
            }
        }

        for (; at < text.Length && text[at] is not (',' or '\r' or '\n'); at++)
            cell.Append(text[at]);
        return cell.ToString().Trim();
    }

    private static void EndOfLine(string text, ref int at, ref int line)
    {
        if (at >= text.Length)
            return;
        at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
        line++;
    }

    private static (IReadOnlyList<CsvRow>, FileFault?) Wrong(int? line, string code, string text) => ([], new(line, code, text));
}

/// <summary>A row.</summary>
/// <param name="Line">The line on which it begins, from 1.</param>
/// <param name="Cells">Its cells, without blanks around them.</param>
internal sealed record CsvRow(int Line, IReadOnlyList<string> Cells);
