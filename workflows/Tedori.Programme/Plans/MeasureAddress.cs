namespace Tedori.Programme.Plans;

/// <summary>
/// The address of a measure at the end of a paragraph of a notice. A notice is kept without the host, which stands in the
/// settings: whoever shows the paragraph makes a link of it. Pure.
/// </summary>
public static class MeasureAddress
{
    private const string Mark = " /plan/";

    /// <summary>The paragraph with the address of the measure.</summary>
    public static string Append(string paragraph, MeasureId id) => $"{paragraph} {id.Path}";

    /// <summary>The paragraph without the address, and the measure; null where it ends with none.</summary>
    public static (string Text, MeasureId? Id) Split(string paragraph)
    {
        ArgumentNullException.ThrowIfNull(paragraph);
        var at = paragraph.LastIndexOf(Mark, StringComparison.Ordinal);
        return at >= 0 && paragraph[(at + Mark.Length)..].Split('/') is [var plan, var area, var side, var letter]
            && MeasureId.TryParse(plan, area, side, letter, out var id)
                ? (paragraph[..at], id)
                : (paragraph, null);
    }
}
