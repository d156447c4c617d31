namespace Tedori.Programme.Statistics;

/// <summary>
/// A table of counts in which small cells are hidden (秘匿), and so many others with them (補完秘匿) that no hidden cell can
/// be worked out from the sums. Whoever reads it knows the sum of every row, and that the last row is the sum of the rows
/// before it. Pure: the same counts are hidden in the same way. What is hidden of a row depends on that row alone, so that it
/// can be told before the others are known and stays as it was told; on account of several rows only sums are hidden.
/// </summary>
/// <remarks>
/// A hidden cell is exposed where it is alone in its row or column, where what is hidden in a line is together less than
/// the threshold, and, over several lines, exactly where its edge is a bridge in the graph whose nodes are the rows and
/// columns and whose edges are the hidden cells (Gusfield 1988). None of the three is left.
/// </remarks>
public sealed class SuppressedTable
{
    private readonly int[][] counts;
    private readonly bool[][] hidden;
    private readonly int threshold;

    private SuppressedTable(int[][] counts, int threshold, IReadOnlySet<int>? whole)
    {
        (this.counts, this.threshold) = (counts, threshold);
        hidden = [.. counts.Select(row => row.Select(IsSmall).ToArray())];
        // The sum of a row is known: a small one says too much of each of its cells.
        foreach (var (row, _) in counts.Index().Where(r => IsSmall(r.Item.Sum()) || whole?.Contains(r.Index) is true))
            Array.Fill(hidden[row], true);
        while (NextToHide() is var (row, column))
            hidden[row][column] = true;
    }

    /// <summary>The cells, the row of sums last: a count, or null where it is hidden.</summary>
    public IReadOnlyList<IReadOnlyList<int?>> Cells =>
        [.. counts.Select((row, r) => (IReadOnlyList<int?>)[.. row.Select((count, c) => hidden[r][c] ? (int?)null : count)])];

    /// <summary>Hides what must not be read.</summary>
    /// <param name="rows">The counts, none negative, each row as long as the others; without the row of sums.</param>
    /// <param name="threshold">Smallest count above zero that may be read.</param>
    /// <param name="whole">
    /// Rows that are hidden as a whole, from 0, because their sum would tell another: the row of sums has the number behind
    /// the last.
    /// </param>
    public static SuppressedTable Of(
        IReadOnlyList<IReadOnlyList<int>> rows, int threshold, IReadOnlySet<int>? whole = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var columns = rows.Count == 0 ? 0 : rows[0].Count;
        int[] sums = [.. Enumerable.Range(0, columns).Select(c => rows.Sum(r => r[c]))];
        return new([.. rows.Select(r => r.ToArray()), sums], threshold, whole);
    }

    private int Columns => counts[0].Length;

    private int Sums => counts.Length - 1;

    private bool IsSmall(int count) => count > 0 && count < threshold;

    private IEnumerable<(int Row, int Column)> OfRow(int row) => Enumerable.Range(0, Columns).Select(c => (row, c));

    private IEnumerable<(int Row, int Column)> OfColumn(int column) =>
        Enumerable.Range(0, counts.Length).Select(r => (r, column));

    private (int Row, int Column)? NextToHide()
    {
        for (var row = 0; row < Sums; row++)
        {
            if (IsOpen(OfRow(row)) && Best(OfRow(row)) is { } cell)
                return cell;
        }

        for (var column = 0; column < Columns; column++)
        {
            if (!hidden[Sums][column] && IsOpen(OfColumn(column)))
                return (Sums, column);
        }

        // A sum of which every part is told would be hidden for nothing.
        return IsOpen(OfRow(Sums)) || HasBridge() ? Best(OfRow(Sums).Where(c => OfColumn(c.Column).Any(IsHidden))) : null;
    }

    // Where the sum of a line is known.
    private bool IsOpen(IEnumerable<(int Row, int Column)> line)
    {
        var inside = line.Where(IsHidden).ToList();
        return inside.Count == 1 || (inside.Count > 0 && inside.Sum(c => counts[c.Row][c.Column]) < threshold);
    }

    // The smallest that says something goes first; an empty cell only where nothing else is left.
    private (int Row, int Column)? Best(IEnumerable<(int Row, int Column)> line) => line.Where(c => !IsHidden(c))
        .OrderBy(c => counts[c.Row][c.Column] == 0).ThenBy(c => counts[c.Row][c.Column]).Cast<(int, int)?>().FirstOrDefault();

    private bool HasBridge() => Enumerable.Range(0, counts.Length).SelectMany(OfRow)
        .Any(c => IsHidden(c) && !IsReachable(c.Row, c.Column));

    // From the row to the column by hidden cells, without the one between them.
    private bool IsReachable(int row, int column)
    {
        var (rows, columns, next) = (new HashSet<int> { row }, new HashSet<int>(), new Queue<int>([row]));
        while (next.TryDequeue(out var at))
        {
            foreach (var (_, c) in OfRow(at).Where(c => IsHidden(c) && c != (row, column)).Where(c => columns.Add(c.Column)))
            {
                foreach (var (r, _) in OfColumn(c).Where(o => IsHidden(o) && o != (row, column)).Where(o => rows.Add(o.Row)))
                    next.Enqueue(r);
            }
        }

        return columns.Contains(column);
    }

    private bool IsHidden((int Row, int Column) cell) => hidden[cell.Row][cell.Column];
}
