using Tedori.Season.Reporting.Charts;

namespace Tedori.Tests.Season;

public sealed class ScaleTests
{
    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, 1, 1)]
    [InlineData(7, 8, 2)]
    [InlineData(140, 150, 50)]
    [InlineData(220, 250, 50)]
    [InlineData(8_400, 10_000, 2_000)]
    public void Of_Max_EndsAtARoundNumberNotBelowIt(long max, long top, long step) =>
        Assert.Equal((top, step), (Scale.Of(max, 240).Top, Scale.Of(max, 240).Step));

    [Fact]
    public void At_Top_IsTheWholeLength()
    {
        var scale = Scale.Of(140, 240);

        Assert.Equal(0, scale.At(0));
        Assert.Equal(240, scale.At(scale.Top));
        Assert.Equal([0, 50, 100, 150], scale.Ticks);
    }
}
