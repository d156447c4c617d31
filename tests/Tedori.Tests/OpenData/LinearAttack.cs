namespace Tedori.Tests.OpenData;

/// <summary>
/// Works out what can be worked out: the hidden cells are unknowns, the sums of rows and columns are equations, and a cell
/// is known where elimination leaves it alone. It shares no idea with what it attacks.
/// </summary>
internal static class LinearAttack
{
    /// <summary>The hidden cells whose value follows from the sums.</summary>
    /// <param name="cells">The published table, the row of column sums last; the sum of each row is known too.</param>
    public static IReadOnlyList<(int Row, int Column)> Determined(IReadOnlyList<IReadOnlyList<int?>> cells)
    {
        List<(int Row, int Column)> unknown = [.. cells.SelectMany(
            (row, r) => row.Index().Where(c => c.Item is null).Select(c => (r, c.Index)))];
        var (last, columns) = (cells.Count - 1, cells[0].Count);
        List<double[]> equations =
        [
            .. Enumerable.Range(0, cells.Count).Select(r => unknown.Select(u => u.Row == r ? 1d : 0).ToArray()),
            .. Enumerable.Range(0, columns).Select(
                c => unknown.Select(u => u.Column != c ? 0d : u.Row == last ? -1 : 1).ToArray()),
        ];
        return [.. Reduced(equations, unknown.Count).Where(e => e.Count(v => Math.Abs(v) > 1e-9) == 1)
            .Select(e => unknown[Array.FindIndex(e, v => Math.Abs(v) > 1e-9)])];
    }

    private static List<double[]> Reduced(List<double[]> rows, int columns)
    {
        var done = 0;
        for (var column = 0; column < columns && done < rows.Count; column++)
        {
            var pivot = Enumerable.Range(done, rows.Count - done).MaxBy(r => Math.Abs(rows[r][column]));
            if (Math.Abs(rows[pivot][column]) < 1e-9)
                continue;
            (rows[done], rows[pivot]) = (rows[pivot], rows[done]);
            var lead = rows[done][column];
            rows[done] = [.. rows[done].Select(v => v / lead)];
            for (var r = 0; r < rows.Count; r++)
            {
                if (r == done)
                    continue;
                var factor = rows[r][column];
                rows[r] = [.. rows[r].Zip(rows[done], (a, b) => a - (factor * b))];
            }

            done++;
        }

        return rows;
    }
}
