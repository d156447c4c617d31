using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime.Text;
using Tedori.Local;

namespace Tedori.Benchmarks.Figures;

/// <summary>A table of figures in a README, as text between two markers.</summary>
/// <param name="Name">Name in the marker.</param>
/// <param name="File">The file, from the root of the repository.</param>
/// <param name="Columns">Its columns.</param>
internal sealed partial record FigureTable(string Name, string File, params IReadOnlyList<FigureColumn> Columns)
{
    public const string End = "<!-- end -->\n";

    public string Begin => $"<!-- figures: {Name} -->\n";

    public string Write(FigureSet set)
    {
        string[] lines =
        [
            $"Measured on {LocalDatePattern.Iso.Format(set.Day)}, {set.Cores} cores.",
            "",
            Line(Columns.Select(c => c.Head)),
            $"|{string.Join('|', Columns.Select(c => c.Rule))}|",
            .. set.Rows.Select(row => Line(Columns.Zip(row, (column, figure) => column.Write(figure)))),
        ];
        return string.Concat(lines.Select(line => line + "\n"));
    }

    /// <exception cref="UsageException">It was not written by <see cref="Write"/>.</exception>
    public FigureSet Read(string text)
    {
        var match = Measured().Match(text);
        var rows = text.Split('\n').SkipWhile(line => !line.StartsWith('|')).Skip(2)
            .Where(line => line.Length > 0).Select(RowOf);
        var set = match.Success
            ? new FigureSet(
                LocalDatePattern.Iso.Parse(match.Groups[1].Value).GetValueOrThrow(),
                int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture), [.. rows])
            : throw Foreign();
        return Write(set) == text ? set : throw Foreign();
    }

    private IReadOnlyList<Figure> RowOf(string line)
    {
        var cells = line.Trim('|').Split('|', StringSplitOptions.TrimEntries);
        return cells.Length == Columns.Count
            ? [.. Columns.Zip(cells, (column, cell) => column.Read(cell))]
            : throw Foreign();
    }

    private UsageException Foreign() => new(
        $"What {File} says between the markers of '{Name}' was not written by this command: run figures to write it"
        + " anew.");

    private static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    [GeneratedRegex(@"^Measured on (\d{4}-\d\d-\d\d), (\d+) cores\.\n")]
    private static partial Regex Measured();
}
