using Tedori.Programme.Editions;
using Tedori.Programme.Plans;
using Tedori.Testing.Cases;
using Tedori.Tests.Programmes;

namespace Tedori.Tests.Plans;

/// <summary>A plan's file is checked whole. Each case breaks one field and expects one fault, on that field.</summary>
public sealed class PlanReaderTests
{
    private static readonly string R7Text = ReadEmbedded();

    private static readonly Plan R7 = PlanReader.OfProduct.Find("r7")!;

    [Theory]
    [InlineData("formatVersion", "2", "use a newer release")]
    [InlineData("id", "\"R7\"", "is not an id such as r7")]
    [InlineData("edition", "\"r9\"", "No programme has the id \"r9\"; write one of r7")]
    [InlineData("title", "\" \"", "The text is blank")]
    [InlineData("agreement.date", "\"2017-11-30(金)\"", "but the label says (金)")]
    [InlineData("from", "\"2026-04-01(水)\"", "outside the fiscal year from April 2025")]
    [InlineData("from", "\"2017-04-01(土)\"", "does not hold a date")]
    [InlineData("areas", "[]", "The list has 0 elements")]
    [InlineData("areas[3].number", "3", "where area 4 must stand")]
    [InlineData("areas[0].contents[1].label", "\"（3）\"", "must be (2)")]
    [InlineData("areas[0].next.tokyo", "\"\"", "The text is blank")]
    [InlineData("areas[0].tokyo[1].letter", "\"ウ\"", "The letter イ must stand here, found ウ")]
    [InlineData("areas[0].tokyo[1].points[0]", "7", "Expected a text in quotes")]
    [InlineData("areas[0].tokyo[0].fits[0].items[3]", "16", "The programme r7 has no item 16; write 1 to 15")]
    [InlineData("areas[0].tokyo[0].fits[1].items[0]", "4", "The item 4 stands twice")]
    [InlineData("areas[0].tokyo[0].fits[0].reason", "\"役に立つ。本当に。\"", "one Japanese sentence")]
    [InlineData("areas[0].tokyo[0].situations[0].when", "\"drawn\"", "write one of entered, won, lost, ineligible, refused")]
    [InlineData("areas[0].tokyo[0].situations[0].when", "\"lost\"", "stands twice", "areas[0].tokyo[0].situations[2].when")]
    [InlineData("areas[2].chamber[0].fits", "[]", "The list has 0 elements")]
    [InlineData("kit.wageClaim.leaflet", "0", "0")]
    [InlineData("kit.opening.newsletter", "61", "60")]
    [InlineData("kit.closing", "5", "an object in braces")]
    public void Read_OneBrokenField_IsOneFaultThere(string path, string value, string message, string? at = null)
    {
        var fault = Assert.Single(Faults(new ProgrammeFileEdits(R7Text).Set(path, value).Text));

        Assert.Equal(at ?? path, fault.Path);
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_MeasureThatFitsNothing_IsAFault() => Assert.Contains(
        "fits no item and no situation",
        Assert.Single(Faults(new ProgrammeFileEdits(R7Text).Remove("areas[2].chamber[0].fits").Text)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Read_WithoutTheKit_IsAPlanAllTheSame() => Assert.Empty(Assert.IsType<PlanReading.Valid>(
        PlanReader.Read(new ProgrammeFileEdits(R7Text).Remove("kit").Text, [Sample.R7])).Plan.Kit);

    [Fact]
    public void Read_TheKit_HasARuleForEveryOccasionInOrder() =>
        Assert.Equal(Enum.GetValues<KitOccasion>(), R7.Kit.Select(r => r.Occasion));

    [Fact]
    public void Read_ManyBrokenFields_AreAllReportedAtOnce()
    {
        var edits = new ProgrammeFileEdits(R7Text).Set("title", "5").Set("areas[0].name", "\"\"").Remove("areas[5].next")
            .Set("areas[4].tokyo[1].letter", "\"ア\"").Set("more", "1");

        Assert.Equal(
            ["more", "title", "areas[0].name", "areas[4].tokyo[1].letter", "areas[5].next"],
            Faults(edits.Text).Select(f => f.Path));
    }

    [Fact]
    public void Read_AnyLeafMissing_IsAFaultAndNeverAnException()
    {
        var leaves = new ProgrammeFileEdits(R7Text).Leaves().Where(l => !l.EndsWith(']')
            && !l.EndsWith("programme", StringComparison.Ordinal)).ToList();

        Assert.True(leaves.Count > 200, $"{leaves.Count} leaves");
        Assert.All(leaves, l => Assert.NotEmpty(Faults(new ProgrammeFileEdits(R7Text).Remove(l).Text)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"areas\":")]
    [InlineData("null")]
    public void Read_NoPlanAtAll_IsFaultsAndNoException(string text) => Assert.NotEmpty(Faults(text));

    [Fact]
    public void Set_TwoFiles_HoldsEachFromItsDayAndRefusesTheSameIdTwice()
    {
        var next = new ProgrammeFileEdits(R7Text).Set("id", "\"r8\"").Set("fiscalYear", "2026")
            .Set("from", "\"2026-04-01(水)\"").Text;
        var set = PlanSet.Read([new("a", next), new("b", R7Text), new("c", R7Text)], [Sample.R7]);

        Assert.Equal("The plan 'c' has the id 'r7' of another file: give another.", Assert.Single(set.Faults));
        Assert.Equal(["r7", "r8"], set.Plans.Select(p => p.Id));
        Assert.Equal("r7", set.On(Tokyo.Day("2024-01-01"))!.Id);
        Assert.Equal("r7", set.On(Tokyo.Day("2026-03-31"))!.Id);
        Assert.Equal("r8", set.On(Tokyo.Day("2026-04-01"))!.Id);
        Assert.Equal("r8", set.Of(Sample.R7)!.Id);
    }

    [Fact]
    public void R7_EveryItemOfTheProgramme_IsFittedByAMeasureBesidesTheProgrammeItself()
    {
        Assert.All(Sample.R7.Items, i => Assert.Contains(R7.For(i.Number), m => !m.IsProgramme));
        var programme = Assert.Single(R7.Measures, m => m.IsProgramme);
        Assert.Equal("r7-1-tokyo-u", programme.Id.ToString());
        Assert.All(Sample.R7.Items, i => Assert.NotNull(programme.FitOf(i.Number)));
    }

    [Fact]
    public void R7_HoldsFromTheFirstOfAprilUnderTheAgreement()
    {
        Assert.Equal((Tokyo.Day("2025-04-01"), "令和7年度"), (R7.From, R7.YearName));
        Assert.Equal(new Agreement("東京における働き方改革等に関する連携協定", Tokyo.Day("2017-11-30"), 2), R7.Agreement);
    }

    private static IReadOnlyList<EditionFault> Faults(string text) =>
        PlanReader.Read(text, [Sample.R7]).Match(_ => [], invalid => invalid.Faults);

    private static string ReadEmbedded()
    {
        using var reader = new StreamReader(
            typeof(PlanReader).Assembly.GetManifestResourceStream("Plans/plan-r7.json")!);
        return reader.ReadToEnd();
    }
}
