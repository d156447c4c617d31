namespace Tedori.Season.Reporting;

/// <summary>Right-aligned columns in plain text: as wide as it must be, never cut.</summary>
internal static class TextTable
{
    private const int Gap = 2;

    /// <summary>Lines of a table; a head may have several lines, which stand on the rule.</summary>
    public static IEnumerable<string> Lines(
        IReadOnlyList<string> heads, IReadOnlyList<IReadOnlyList<string>> rows, IReadOnlyList<string> foot)
    {
        var stacked = Stacked(heads);
        int[] widths = [.. heads.Select((_, i) => stacked.Concat(rows).Append(foot).Max(r => r[i].Length))];
        var rule = new string('-', widths.Sum() + Gap * (widths.Length - 1));
        return
        [
            .. stacked.Select(h => Line(h, widths)), rule,
            .. rows.Select(r => Line(r, widths)), rule,
            Line(foot, widths),
        ];
    }

    private static IReadOnlyList<IReadOnlyList<string>> Stacked(IReadOnlyList<string> heads)
    {
        string[][] split = [.. heads.Select(h => h.Split('\n'))];
        var height = split.Max(s => s.Length);
        return [.. Enumerable.Range(0, height).Select(
            line => (string[])[.. split.Select(s => s.ElementAtOrDefault(line - height + s.Length) ?? "")])];
    }

    private static string Line(IReadOnlyList<string> cells, int[] widths) =>
        string.Join(new string(' ', Gap), cells.Select((cell, i) => cell.PadLeft(widths[i]))).TrimEnd();
}
