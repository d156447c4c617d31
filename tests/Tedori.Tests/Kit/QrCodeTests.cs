using Tedori.Functions.Papers;

namespace Tedori.Tests.Kit;

public sealed class QrCodeTests
{
    [Fact]
    public void Modules_OfAnAddress_AreASquareWithThreeFindersInABlankFrame()
    {
        var rows = QrCode.Modules(new("https://tedori.example/rounds/r7-07"));

        Assert.All(rows, r => Assert.Equal(rows.Count, r.Count));
        Assert.Equal(1, (rows.Count - 8) % 4);
        foreach (var (row, column) in new[] { (4, 4), (4, rows.Count - 11), (rows.Count - 11, 4) })
        {
            Assert.Equal("1111111", Bits(rows, row, column));
            Assert.Equal("1000001", Bits(rows, row + 1, column));
            Assert.Equal("1011101", Bits(rows, row + 3, column));
        }

        Assert.All(rows.Take(4).Concat(rows.TakeLast(4)), r => Assert.DoesNotContain(true, r));
    }

    private static string Bits(IReadOnlyList<IReadOnlyList<bool>> rows, int row, int column) =>
        string.Concat(rows[row].Skip(column).Take(7).Select(b => b ? '1' : '0'));
}
