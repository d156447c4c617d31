using Tedori.Programme.Plans;

namespace Tedori.Tests.Plans;

public sealed class MeasureIdTests
{
    [Theory]
    [InlineData("r7-1-tokyo-u", "/plan/r7/1/tokyo/u")]
    [InlineData("r7-6-chamber-o", "/plan/r7/6/chamber/o")]
    [InlineData("r7-4-tokyo-ki", "/plan/r7/4/tokyo/ki")]
    public void TryParse_PrintedForm_IsTheIdWithItsAddress(string text, string path)
    {
        Assert.True(MeasureId.TryParse(text, out var id));
        Assert.Equal((text, path), (id.ToString(), id.Path));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("r7-1-tokyo")]
    [InlineData("r7-1-tokyo-u-x")]
    [InlineData("r7-01-tokyo-u")]
    [InlineData("r7-+1-tokyo-u")]
    [InlineData("r7-0-tokyo-u")]
    [InlineData("r7-1-TOKYO-u")]
    [InlineData("r7-1-osaka-u")]
    [InlineData("r7-1-tokyo-ウ")]
    [InlineData("r7-1-tokyo-zz")]
    [InlineData("../-1-tokyo-u")]
    [InlineData("r7-99999999999-tokyo-u")]
    public void TryParse_AnythingElse_IsNone(string? text) => Assert.False(MeasureId.TryParse(text, out _));

    [Fact]
    public void Letters_OfTheAlphabet_AreTwentyOfTheirOwn() => Assert.Equal(
        Enumerable.Range(0, KanaLetters.Count).Select(KanaLetters.At),
        Enumerable.Range(0, KanaLetters.Count).Select(i => KanaLetters.OfLatin(KanaLetters.LatinAt(i))));

    [Fact]
    public void Ids_OfTheProduct_AreReadAgainAndFound() => Assert.All(
        PlanReader.OfProduct.Plans.SelectMany(p => p.Measures), m =>
        {
            Assert.True(MeasureId.TryParse(m.Id.ToString(), out var id));
            Assert.Same(m, PlanReader.OfProduct.Find(id));
        });
}
