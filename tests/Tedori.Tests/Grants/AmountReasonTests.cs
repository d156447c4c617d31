using FsCheck;
using FsCheck.Fluent;
using Tedori.Programme.Editions;
using Tedori.Programme.Grants;

namespace Tedori.Tests.Grants;

/// <summary>Why an amount is the one it is.</summary>
public sealed class AmountReasonTests
{
    private static readonly Edition R7 = EditionReader.R7();
    private static readonly Edition Tighter = R7 with { Grant = R7.Grant with { CeilingYen = 300_000 } };
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithReplay(20250519, 70005).WithMaxTest(1000);

    private static readonly Gen<(Edition Edition, List<int> Items, int Persons)> Approved =
        from edition in Gen.Elements(R7, Tighter)
        from items in Gen.SubListOf(Enumerable.Range(1, 15))
        from persons in Gen.Choose(0, 14)
        select (edition, items, persons);

    [Fact]
    public void Reason_OfAnyAmount_IsOneShortSentenceAndAddsUpToIt() =>
        Check.One(Fixed, Prop.ForAll(Approved.ToArbitrary(), x =>
            AmountReason.Of(x.Edition, x.Items, x.Persons) is var reason
            && reason.Sentence.Length is > 9 and <= 60
            && reason.Sentence.Count(c => c == '。') == 1 && reason.Sentence.EndsWith('。')
            && reason.Yen == GrantCalculation.Of(x.Edition, x.Items, x.Persons).Yen
            && reason.Parts.Sum(p => p.PaidYen) - reason.CutYen == reason.Yen
            && reason.Parts.All(p => p.PaidYen == Math.Min(p.Group.UnitYen * p.Units, p.Group.CapYen))
            && reason.Caps(x.Edition).Count() == reason.Parts.Count(p => p.IsCapped) + (reason.CutYen > 0 ? 1 : 0)
            && (reason.Yen == 0) == (reason.Parts.Count == 0)));

    [Fact]
    public void Reason_OfTwoGroups_NamesItemsStepsAndSource()
    {
        var reason = AmountReason.Of(R7, [15, 1], 3);

        Assert.Equal((460_000, "2項目(①⑮、対象者3人)を、区分ごとの単価と上限で計算した合計です。"), (reason.Yen, reason.Sentence));
        Assert.Equal([1, 15], reason.Items.Select(i => i.Number));
        Assert.Equal([100_000, 360_000], reason.Parts.Select(p => p.PaidYen));
        Assert.Empty(reason.Caps(R7));
        Assert.Equal(GrantCalculation.Of(R7, [15, 1], 3).Lines, reason.Steps);
        Assert.Equal("募集要項1(2)", reason.Source);
    }

    [Fact]
    public void Reason_OfMoreThanTheCaps_NamesEach()
    {
        var reason = AmountReason.Of(Tighter, [8, 9, 10, 11, 12, 15], 11);

        Assert.Equal("6項目(⑧⑨⑩⑪⑫⑮、対象者11人)の合計を、全体の上限300,000円までとした額です。", reason.Sentence);
        Assert.Equal(
            ["従業員のエンゲージメント向上に向けた取組の上限400,000円", "賃金引上げの取組の上限1,200,000円", "全体の上限300,000円"],
            reason.Caps(Tighter));
        Assert.Equal(1_300_000, reason.CutYen);
    }

    [Fact]
    public void Reason_OfTooFewItems_SaysWhatIsMissing() => Assert.Equal(
        "取組が1項目で、2項目以上の要件を満たさないため、0円です。", AmountReason.Of(R7, [15], 10).Sentence);

    [Fact]
    public void Reason_OfADecision_IsOfWhatWasDecidedAlsoWhereTheFileHasChanged()
    {
        var same = AmountReason.OfDecision(R7, [1, 2], 0, 200_000, ["そのときの説明です。"]);
        var other = AmountReason.OfDecision(R7, [1, 2], 0, 150_000, ["そのときの説明です。"]);

        Assert.Equal((200_000, 2, "そのときの説明です。"), (same.Yen, same.Items.Count(), Assert.Single(same.Steps)));
        Assert.Equal((150_000, "決定したときの単価と上限で計算した額です。"), (other.Yen, other.Sentence));
        Assert.Empty(other.Parts);
        Assert.Equal(["そのときの説明です。"], other.Steps);
    }
}
