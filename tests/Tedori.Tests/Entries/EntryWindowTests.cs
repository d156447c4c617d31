using Tedori.Programme.Entries;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Entries;

public sealed class EntryWindowTests
{
    [Theory]
    [InlineData("2025-05-19T08:59:59.999", false)]
    [InlineData("2025-05-19T09:00:00", true)]
    [InlineData("2025-05-20T03:00:00", true)]
    [InlineData("2025-05-23T16:59:59.999", true)]
    [InlineData("2025-05-23T17:00:00", false)]
    public void Admits_AroundItsEdges_IsHalfOpen(string receivedAt, bool admitted) =>
        Assert.Equal(admitted, EntryWindow.Of(Sample.R7, Sample.Round).Admits(Tokyo.At(receivedAt)));

    [Fact]
    public void Of_EveryRound_OpensAtNineAndClosesAtSeventeen()
    {
        foreach (var round in Sample.R7.Rounds)
        {
            var window = EntryWindow.Of(Sample.R7, round);
            Assert.Equal(Tokyo.At(round.EntryOpens, "09:00:00"), window.Opens);
            Assert.Equal(Tokyo.At(round.EntryCloses, "17:00:00"), window.Closes);
        }
    }
}
