using Tedori.Programme.Plans;

namespace Tedori.Tests.Plans;

/// <summary>The plan of 令和7年度 holds every line of its source once, unaltered and in its order.</summary>
public sealed class PlanSourceTests
{
    private static readonly Plan R7 = PlanReader.OfProduct.Find("r7")!;

    [Fact]
    public void Plan_WrittenOutAgain_IsTheSourceLineByLine() => Assert.Equal(PlanSource.Lines, Written());

    [Fact]
    public void Source_WhatItHolds_IsWhatWasCountedOnPaper()
    {
        // 2 before the areas, 1 after; 6 areas with 3 headings each and their own; 10 contents, 45 measures, 34 points.
        Assert.Equal(3 + (6 * 4) + 10 + 45 + 34, PlanSource.Lines.Count);
        Assert.Equal(34, PlanSource.Lines.Count(l => l.StartsWith('・')));
        Assert.Equal(45, PlanSource.Lines.Count(l => l.Length > 2 && "アイウエオカキ".Contains(l[0]) && l[1] == ' '));
    }

    [Theory]
    [InlineData(1, 3, 3, 7, 2, 0)]
    [InlineData(2, 2, 3, 9, 5, 0)]
    [InlineData(3, 1, 3, 0, 3, 0)]
    [InlineData(4, 2, 7, 1, 4, 0)]
    [InlineData(5, 1, 2, 4, 3, 0)]
    [InlineData(6, 1, 5, 8, 5, 5)]
    public void Area_Counted_IsAsInTheSource(
        int number, int contents, int tokyo, int tokyoPoints, int chamber, int chamberPoints)
    {
        var area = R7.FindArea(number)!;

        Assert.Equal(
            (contents, tokyo, tokyoPoints, chamber, chamberPoints),
            (area.Contents.Count, area.Tokyo.Count, area.Tokyo.Sum(m => m.Points.Count), area.Chamber.Count,
                area.Chamber.Sum(m => m.Points.Count)));
    }

    [Fact]
    public void Plan_Counted_HasSixAreasAndFortyFiveMeasures()
    {
        Assert.Equal(6, R7.Areas.Count);
        Assert.Equal(
            (23, 29, 22, 5),
            (R7.Areas.Sum(a => a.Tokyo.Count), R7.Areas.Sum(a => a.Tokyo.Sum(m => m.Points.Count)),
                R7.Areas.Sum(a => a.Chamber.Count), R7.Areas.Sum(a => a.Chamber.Sum(m => m.Points.Count))));
        Assert.Equal(45, R7.Measures.DistinctBy(m => m.Id).Count());
    }

    private static IEnumerable<string> Written() =>
        [R7.Title, R7.Preamble, .. R7.Areas.SelectMany(Written), R7.Closing];

    private static IEnumerable<string> Written(PlanArea area) =>
    [
        $"{area.Number} {area.Name}", area.Heading, .. area.Contents.Select(Written),
        .. MeasureSides.All.SelectMany(s => area.Of(s).SelectMany(Written).Prepend(s.Heading())),
    ];

    // The source has a blank after narrow brackets and none after wide ones.
    private static string Written(PlanContent content) =>
        content.Label is ['(', ..] ? $"{content.Label} {content.Text}" : content.Label + content.Text;

    private static IEnumerable<string> Written(Measure measure) =>
        [$"{measure.Letter} {measure.Text}", .. measure.Points.Select(p => $"・{p}")];
}
