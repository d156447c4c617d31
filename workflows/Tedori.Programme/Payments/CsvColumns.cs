using Tedori.Programme.Text;

namespace Tedori.Programme.Payments;

/// <summary>Finds the columns of a CSV file by what stands in its first row, in any order and under any usual name.</summary>
internal sealed class CsvColumns
{
    private readonly Dictionary<string, int> columns = [];

    /// <summary>Looks for columns.</summary>
    /// <param name="header">The first row.</param>
    /// <param name="known">Of each column the names under which it may stand, the usual one first.</param>
    /// <param name="needed">Usual names of those that must not be missing.</param>
    public CsvColumns(CsvRow header, IReadOnlyList<IReadOnlyList<string>> known, IReadOnlyCollection<string> needed)
    {
        var heads = header.Cells.Select(Folded).ToList();
        var doubled = new List<string>();
        foreach (var names in known)
        {
            var at = Enumerable.Range(0, heads.Count).Where(i => names.Any(n => Folded(n) == heads[i])).ToList();
            if (at.Count > 0)
                columns[names[0]] = at[0];
            if (at.Count > 1)
                doubled.Add(names[0]);
        }

        Faults =
        [
            .. needed.Where(n => !columns.ContainsKey(n))
                .Select(n => new FileFault(header.Line, "columnMissing", $"見出しに「{n}」がありません。1行目に項目の名前を入れてください。")),
            .. doubled.Select(n => new FileFault(header.Line, "columnDoubled", $"見出しに「{n}」に当たる項目が2つ以上あります。1つにしてください。")),
        ];
    }

    /// <summary>What is wrong with the header.</summary>
    public IReadOnlyList<FileFault> Faults { get; }

    /// <summary>The cell of a row, by the column's usual name; empty where the column or the cell is missing.</summary>
    public string Cell(CsvRow row, string name) =>
        columns.TryGetValue(name, out var at) && at < row.Cells.Count ? row.Cells[at] : "";

    private static string Folded(string head) => string.Concat(Folding.Fold(head).Where(char.IsLetterOrDigit));
}
