using FsCheck;
using FsCheck.Fluent;
using Tedori.Programme.Editions;
using Tedori.Programme.Grants;

namespace Tedori.Tests.Grants;

public sealed class GrantCalculationTests
{
    private static readonly Edition R7 = EditionReader.R7();
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithReplay(20250519, 70003).WithMaxTest(1000);

    private static readonly Gen<(List<int> Items, int Persons)> Approved =
        from items in Gen.SubListOf(Enumerable.Range(1, 15))
        from persons in Gen.Choose(0, 14)
        select (items, persons);

    /// <summary>The seven examples of the guideline's arithmetic.</summary>
    public static TheoryData<int[], int, long> Examples => new()
    {
        { [1, 2], 0, 200_000 },
        { [8, 9, 10, 11, 12], 0, 400_000 },
        { [.. Enumerable.Range(1, 14)], 0, 1_100_000 },
        { [.. Enumerable.Range(1, 15)], 10, 2_300_000 },
        { [15], 10, 0 },
        { [1, 15], 3, 460_000 },
        { [1, 15], 11, 1_300_000 },
    };

    [Theory]
    [MemberData(nameof(Examples))]
    public void Of_Example_IsTheAmountOfTheGuideline(int[] items, int persons, long yen) =>
        Assert.Equal(yen, GrantCalculation.Of(R7, items, persons).Yen);

    [Fact]
    public void Of_TwoGroups_ExplainsEachAndTheSum() => Assert.Equal(
        [
            "「手取り時間」創出の取組: 100,000円×1項目(①)=100,000円",
            "賃金引上げの取組: 120,000円×3人=360,000円",
            "合計により、支給額は460,000円です。",
        ],
        GrantCalculation.Of(R7, [15, 1], 3).Lines);

    [Fact]
    public void Of_MoreThanTheCap_ExplainsTheCap() => Assert.Equal(
        [
            "従業員のエンゲージメント向上に向けた取組: 100,000円×5項目(⑧⑨⑩⑪⑫)=500,000円、上限により400,000円",
            "合計により、支給額は400,000円です。",
        ],
        GrantCalculation.Of(R7, [8, 9, 10, 11, 12], 0).Lines);

    [Fact]
    public void Of_TooFewItems_ExplainsWhyNothingIsPaid() => Assert.Equal(
        ["取組が1項目で、2項目以上の要件を満たさないため、支給額は0円です。"], GrantCalculation.Of(R7, [15], 10).Lines);

    [Fact]
    public void Of_MoreThanTheCeiling_ExplainsTheCeiling()
    {
        var tighter = R7 with { Grant = R7.Grant with { CeilingYen = 300_000 } };
        var amount = GrantCalculation.Of(tighter, [1, 2, 3, 5], 0);
        Assert.Equal(300_000, amount.Yen);
        Assert.Equal("合計400,000円は上限300,000円を超えるため、支給額は300,000円です。", amount.Lines[^1]);
    }

    [Fact]
    public void Of_AnItemTwice_CountsOnce() =>
        Assert.Equal(0, GrantCalculation.Of(R7, [1, 1], 0).Yen);

    [Fact]
    public void Of_TheWageItemWithoutPersons_CountsForNothing() =>
        Assert.Equal(0, GrantCalculation.Of(R7, [1, 15], 0).Yen);

    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    public void Of_AnUnknownItem_IsAnError(int item) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => GrantCalculation.Of(R7, [1, item], 0));

    [Fact]
    public void Of_NegativePersons_IsAnError() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => GrantCalculation.Of(R7, [1, 15], -1));

    [Fact]
    public void Of_Anything_EqualsTheFormulaAndStaysBelowTheCeiling() =>
        Check.One(Fixed, Prop.ForAll(Approved.ToArbitrary(), x =>
            GrantCalculation.Of(R7, x.Items, x.Persons).Yen is var yen
            && yen == Formula(x.Items, x.Persons) && yen is >= 0 and <= 2_300_000));

    [Fact]
    public void Of_OneItemMore_IsNeverLess() =>
        Check.One(Fixed, Prop.ForAll(Approved.ToArbitrary(), x => Enumerable.Range(1, 15).All(more =>
            GrantCalculation.Of(R7, [.. x.Items, more], x.Persons).Yen >= GrantCalculation.Of(
                R7, x.Items, x.Persons).Yen)));

    // Written from the guideline's table alone, not from the edition.
    private static long Formula(List<int> items, int persons)
    {
        var time = Math.Min(4, items.Count(i => i is >= 1 and <= 4));
        var life = Math.Min(3, items.Count(i => i is >= 5 and <= 7));
        var engagement = Math.Min(4, items.Count(i => i is >= 8 and <= 14));
        var raised = items.Contains(15) ? persons : 0;
        var distinct = items.Count(i => i != 15) + (raised > 0 ? 1 : 0);
        return distinct < 2 ? 0 : 100_000L * (time + life + engagement) + 120_000L * Math.Min(10, raised);
    }
}
