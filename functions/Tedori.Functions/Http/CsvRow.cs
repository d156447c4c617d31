namespace Tedori.Functions.Http;

/// <summary>One row of a CSV file (RFC 4180) that a spreadsheet opens without running anything in it.</summary>
public static class CsvRow
{
    // What spreadsheets take for a formula at the start of a cell; Japanese ones take the wide forms too.
    private const string Formula = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    /// <summary>The row with its line end.</summary>
    public static string Of(params IEnumerable<string?> fields) => string.Join(',', fields.Select(Field)) + "\r\n";

    private static string Field(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var safe = Formula.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        var plain = !safe.AsSpan().ContainsAny(",\"\r\n\t") && safe[0] != '\'';
        return plain ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
