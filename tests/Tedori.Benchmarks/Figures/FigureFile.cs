using Tedori.Local;

namespace Tedori.Benchmarks.Figures;

/// <summary>The README files of a repository, with the places that figures are written to.</summary>
internal sealed class FigureFile(string root)
{
    /// <summary>The repository that the current folder lies in.</summary>
    public static FigureFile OfRepository(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "Tedori.slnx")))
                return new(at.FullName);
        throw new UsageException($"'{folder}' lies in no repository of Tedori: run figures inside it.");
    }

    public string Root => root;

    /// <summary>What stands between the markers of a table.</summary>
    /// <exception cref="UsageException">The markers are missing.</exception>
    public string Read(FigureTable table) => Around(table).Between;

    /// <summary>Puts what was measured between the markers of a table.</summary>
    /// <exception cref="UsageException">The markers are missing.</exception>
    public void Write(FigureTable table, FigureSet set)
    {
        var (before, _, after) = Around(table);
        File.WriteAllText(PathOf(table), before + table.Write(set) + after);
    }

    private (string Before, string Between, string After) Around(FigureTable table)
    {
        var text = File.Exists(PathOf(table)) ? File.ReadAllText(PathOf(table)) : "";
        var begin = text.IndexOf(table.Begin, StringComparison.Ordinal);
        var from = begin + table.Begin.Length;
        var end = begin < 0 ? -1 : text.IndexOf(FigureTable.End, from, StringComparison.Ordinal);
        return end >= 0
            ? (text[..from], text[from..end], text[end..])
            : throw new UsageException(
                $"{table.File} has no place for the figures: put the lines '{table.Begin.TrimEnd()}' and"
                + $" '{FigureTable.End.TrimEnd()}' where they are to stand.");
    }

    private string PathOf(FigureTable table) => Path.Combine(root, table.File);
}
