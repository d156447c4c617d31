using Tedori.Programme.Statistics;

namespace Tedori.Tests.OpenData;

/// <summary>What is hidden cannot be worked out: not from a row, not from a total, not from all of them together.</summary>
public sealed class SuppressedTableTests
{
    private const int Threshold = 5;

    [Fact]
    public void Table_OfLargeCounts_HidesNothing() => Assert.Equal(
        [[10, 20], [0, 7], [10, 27]], Cells([10, 20], [0, 7]).Select(r => r.Select(c => c ?? -1)));

    [Fact]
    public void Table_OfOneSmallCount_HidesThreeMoreSoThatNoSumTellsIt()
    {
        var cells = Cells([2, 30, 40], [20, 31, 41], [22, 32, 42]);

        Assert.Null(cells[0][0]);
        Assert.InRange(cells.Sum(r => r.Count(c => c is null)), 4, 6);
        NothingIsExposed([[2, 30, 40], [20, 31, 41], [22, 32, 42]]);
    }

    // The difference attack: the total of a column less the rows that are shown.
    [Fact]
    public void Table_WhoseTotalIsShown_HidesAtLeastTwoRows()
    {
        var cells = Cells([3, 50, 60], [40, 51, 61]);

        Assert.True(cells[^1][0] is null || (cells[0][0] is null && cells[1][0] is null));
    }

    // One and one in a line of which two are missing would both be known to be one.
    [Fact]
    public void Table_WithTwoOnesInALine_HidesAThirdThatIsLarger()
    {
        var cells = Cells([1, 1, 50, 60], [30, 40, 50, 60]);

        Assert.True(cells[0].Count(c => c is null) >= 3);
    }

    [Fact]
    public void Table_WithARowWhoseSumIsSmall_HidesTheWholeRow() =>
        Assert.All(Cells([3, 0, 0], [50, 60, 70])[0], c => Assert.Null(c));

    // What was told of a round yesterday is known today.
    [Fact]
    public void Row_IsHiddenAlike_WhateverRowsFollow()
    {
        for (var seed = 1; seed <= 200; seed++)
        {
            var random = new Random(seed);
            int[][] rows = [.. Enumerable.Range(0, 6).Select(_ => Enumerable.Range(0, 3).Select(_ => random.Next(20)).ToArray())];
            var all = Cells(rows);

            Assert.All(rows.Index(), r => Assert.True(all[r.Index].SequenceEqual(Cells(r.Item)[0]), $"seed {seed}"));
        }
    }

    [Fact]
    public void Table_WithoutRows_IsEmpty() => Assert.Empty(Assert.Single(SuppressedTable.Of([], Threshold).Cells));

    [Fact]
    public void Tables_OfManyKinds_ExposeNoHiddenCell()
    {
        for (var seed = 1; seed <= 400; seed++)
        {
            var random = new Random(seed);
            var (rows, columns) = (random.Next(1, 11), random.Next(2, 5));
            var largest = random.Next(2, 40);
            int[][] counts = [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, columns)
                .Select(_ => random.Next(3) == 0 ? 0 : random.Next(largest)).ToArray())];

            NothingIsExposed(counts, $"seed {seed}");
        }
    }

    private static IReadOnlyList<IReadOnlyList<int?>> Cells(params int[][] rows) => SuppressedTable.Of(rows, Threshold).Cells;

    private static void NothingIsExposed(int[][] rows, string what = "")
    {
        var cells = Cells(rows);
        int[][] counts = [.. rows, [.. Enumerable.Range(0, rows[0].Length).Select(c => rows.Sum(r => r[c]))]];
        foreach (var (row, shown) in cells.Index())
        {
            Assert.All(shown.Index(), c => Assert.True(c.Item is null || c.Item == counts[row][c.Index], what));
            Assert.DoesNotContain(shown, c => c is > 0 and < Threshold);
            var inside = shown.Index().Where(c => c.Item is null).ToList();
            Assert.True(
                inside.Count == 0 || inside.Count == shown.Count || inside.Sum(c => counts[row][c.Index]) >= Threshold, what);
        }

        Assert.Equal([], LinearAttack.Determined(cells).Select(c => $"{what}: row {c.Row}, column {c.Column}"));
    }
}
