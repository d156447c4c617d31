using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Filings;
using Tedori.Testing.Cases;
using Tedori.Testing.Companies;
using Tedori.Workflows.Post;

namespace Tedori.Tests.Filings;

/// <summary>New rules and raises count from the project registration to the last day of the implementation.</summary>
public sealed class ItemDateTests
{
    // Registered on 2025-10-01; the plain track's last day is 2026-01-19.
    private static readonly CaseState Planned = CaseEvolution.Fold(Story.Planned);

    [Theory]
    [InlineData("2025/10/1", "2026/1/19", null)]
    [InlineData("2025/9/30", "2025/10/1", "made-1")]
    [InlineData("2025/10/1", "2026/1/20", "since-1")]
    [InlineData("2025/11/2", "2025/11/1", "since-1")]
    public void Claim_DatesOfAnItem_MustLieInThePeriodAndInTheirOrder(string made, string since, string? wrong)
    {
        string[] expected = wrong is null ? [] : [wrong];
        Assert.Equal(expected, Faults(Sample.R7, Planned, made, since));
    }

    [Theory]
    [InlineData("2025/11/1", "2025-11-01", false)]
    [InlineData("2025/11/2", "2025-11-01", true)]
    [InlineData("令和7年11月2日", "2025-11-01", true)]
    public void Claim_OfAnItemThatHasYetToBegin_IsRefusedInOneSentenceThatNamesItAndTheDate(
        string since, string filedOn, bool refused)
    {
        var form = FilingForms.Of(Sample.R7, Planned, new(FormKind.Claim), Tokyo.Day(filedOn))!;
        var texts = new Dictionary<string, string> { ["item-2"] = "yes", ["made-2"] = "2025/10/20", ["since-2"] = since };
        var fault = FilingForms.Faults(Sample.R7, form, form.Take(name => texts.GetValueOrDefault(name, "")))
            .SingleOrDefault(f => f.Field == "since-2");

        Assert.Equal(
            refused
                ? "「②を始めた日」は申請の日(令和7年11月1日(土))より後の令和7年11月2日(日)とされているため、まだ申請できません。"
                : null,
            fault?.Text);
    }

    [Fact]
    public void Claim_OfAnItemThatHasYetToBegin_OnPaperIsAGapThatKeepsTheItemFromBeingPaid()
    {
        var form = PostalFiling.FormOf(
            Sample.R7, Planned, Tedori.Programme.Step.Claim, null, postmark: Tokyo.Day("2025-11-01"))!;
        var texts = new Dictionary<string, string> { ["item-2"] = "yes", ["made-2"] = "2025/10/20", ["since-2"] = "2025/11/2" };

        var gap = PaperGaps.Of(Sample.R7, form, form.Take(name => texts.GetValueOrDefault(name, "")))!
            .Single(g => g.Subject == "②を始めた日");

        Assert.Equal(2, gap.Item);
        Assert.Contains("まだ申請できません", gap.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Claim_AfterAnExtensionOfTheImplementation_TakesItsLaterDays()
    {
        var extended = CaseEvolution.Fold([.. Story.Planned, new CaseEvent.CutoffExtended(
            Tokyo.At("2026-01-10T10:00:00"), Tedori.Programme.Step.Implementation, Tokyo.Day("2026-01-30"), "災害", "承認者")]);
        Assert.Empty(Faults(Sample.R7, extended, "2025/11/1", "2026/1/30"));
    }

    [Fact]
    public void Claim_UnderAnEditionWithoutThatRule_TakesAnyDate() => Assert.Empty(Faults(
        Sample.R7 with { Filings = Sample.R7.Filings with { ItemDatesInPeriod = false } }, Planned, "2024/4/1", "2024/4/1"));

    [Fact]
    public void Period_OfARegistrationByPost_BeginsWithItsPostmark()
    {
        var state = CaseEvolution.Fold([.. Story.Visited, new CaseEvent.ProjectRegistered(
            Tokyo.At("2025-10-22T11:00:00"), Sample.Post("2025-10-17", "2025-10-22", "project"),
            new([1, 2], Tedori.Programme.Track.Plain))]);
        Assert.Equal(new(Tokyo.Day("2025-10-17"), Tokyo.Day("2026-01-19")), ItemPeriod.Of(Sample.R7, state, 1));
    }

    [Theory]
    [InlineData("project")]
    [InlineData("claim")]
    public void Form_OfAnItemWithSchemes_AsksWhichOnes(string name)
    {
        Assert.True(FormKey.TryParse(name, out var key));
        var form = FilingForms.Of(Sample.R7, Planned, key)!;
        var answers = form.Take(f => f is "item-1" or "item-2" ? "yes" : "");

        var fault = Assert.Single(FilingForms.Faults(Sample.R7, form, answers), f => f.Code == "schemeMissing");

        Assert.Equal("scheme-2-1", fault.Field);
        foreach (var item in (int[])[2, 3, 5, 7, 13])
            Assert.True(Sample.R7.FindItem(item)!.Schemes.Count >= 2);
    }

    private static IEnumerable<string> Faults(Edition edition, CaseState state, string made, string since)
    {
        var form = FilingForms.Of(edition, state, new(FormKind.Claim))!;
        var fields = Filled.Claim.Where(f => !f.Name.Contains("-15", StringComparison.Ordinal))
            .Where(f => f.Name is not ("made-1" or "since-1"))
            .Append(("made-1", made)).Append(("since-1", since)).ToDictionary(f => f.Item1, f => f.Item2);
        return FilingForms.Faults(edition, form, form.Take(name => fields.GetValueOrDefault(name) ?? ""))
            .Where(f => f.Field is "made-1" or "since-1").Select(f => f.Field);
    }
}
