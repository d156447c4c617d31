using Tedori.Programme.Cases;
using Tedori.Programme.Plans;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Plans;

public sealed class ReferralsTests
{
    private static readonly Plan R7 = PlanReader.OfProduct.Find("r7")!;

    [Fact]
    public void Of_Lost_LeadsToAdviceOtherGrantsAndStaffing()
    {
        var referrals = Referrals.Of(R7, [], Situation.Lost);

        Assert.Equal(
            ["r7-1-tokyo-a", "r7-2-tokyo-a", "r7-4-tokyo-u", "r7-4-chamber-e", "r7-6-tokyo-a"],
            referrals.Select(r => r.Measure.Id.ToString()));
        Assert.All(referrals, r => Assert.Empty(Assert.Single(r.Reasons).Items));
    }

    [Fact]
    public void Of_ItemsChosen_NamesTheItemsAndPutsTheBestFitFirst()
    {
        var referrals = Referrals.Of(R7, [6, 7, 13], null);

        Assert.Equal("r7-4-tokyo-u", referrals[0].Measure.Id.ToString());
        Assert.Equal(
            [(7, "育児や介護"), (6, "育児・介護休業"), (13, "育児などで")],
            referrals[0].Reasons.Select(r => (Assert.Single(r.Items), r.Text[..r.Text.IndexOfAny(['と', 'の', '離'])])));
    }

    [Fact]
    public void Of_ItemAndSituation_NamesTheSituationFirst()
    {
        var referral = Referrals.Of(R7, [1], Situation.Refused)[0];

        Assert.Equal("r7-1-tokyo-a", referral.Measure.Id.ToString());
        Assert.Equal([0, 1], referral.Reasons.Select(r => r.Items.Count));
    }

    [Fact]
    public void Of_AnyItemsInAnySituation_AreAtMostFiveOnceEachAndNeverTheProgramme()
    {
        foreach (var situation in Enum.GetValues<Situation>().Select(s => (Situation?)s).Append(null))
        {
            for (var chosen = 0; chosen < 1 << 15; chosen += 37)
            {
                int[] items = [.. Enumerable.Range(1, 15).Where(i => (chosen >> (i - 1) & 1) == 1)];
                var referrals = Referrals.Of(R7, items, situation);
                Assert.InRange(referrals.Count, situation is null && items.Length == 0 ? 0 : 1, Referrals.Most);
                Assert.Equal(referrals.Count, referrals.DistinctBy(r => r.Measure.Id).Count());
                Assert.DoesNotContain(referrals, r => r.Measure.IsProgramme || r.Reasons.Count == 0);
            }
        }
    }

    [Fact]
    public void Of_NothingChosenAndNothingSaid_IsNone() => Assert.Empty(Referrals.Of(R7, [], null));

    [Fact]
    public void Of_ItemThatTheProgrammeHasNot_IsAsIfNotChosen() =>
        Assert.Empty(Referrals.Of(R7, [0, 16, int.MaxValue], null));

    [Fact]
    public void Of_Case_GoesByWhatItRegisteredAndWhereItStands()
    {
        var plans = PlanReader.OfProduct;
        var lost = Referrals.Of(plans, Sample.R7, CaseEvolution.Fold(Story.Lost));
        var planned = Referrals.Of(plans, Sample.R7, CaseEvolution.Fold(Story.Planned));

        Assert.Equal("次の機会を待つ間も、働き方改革の相談窓口を利用できます。", lost[0].Reasons[0].Text);
        Assert.Contains(planned, r => r.Reasons.Any(w => w.Items.Count > 0));
        Assert.Empty(Referrals.Of(plans, Sample.R7 with { Id = "r9" }, CaseEvolution.Fold(Story.Lost)));
    }

    [Theory]
    [InlineData(Situation.Entered)]
    [InlineData(Situation.Won)]
    [InlineData(Situation.Lost)]
    [InlineData(Situation.Ineligible)]
    [InlineData(Situation.Refused)]
    public void Of_EverySituation_HasThreeMeasuresAtLeast(Situation situation) =>
        Assert.InRange(Referrals.Of(R7, [], situation).Count, 3, Referrals.Most);
}
