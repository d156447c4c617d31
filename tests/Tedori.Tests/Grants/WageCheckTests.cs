using FsCheck;
using FsCheck.Fluent;
using Tedori.Programme.Grants;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Grants;

/// <summary>The wage item (⑮): 60 yen an hour, beyond a regular pay step, in integers.</summary>
public sealed class WageCheckTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithReplay(20250519, 70013).WithMaxTest(500);

    [Theory]
    [InlineData(200_000, 210_200, 17_000, 0, true)] // 170 h: 10,200 yen
    [InlineData(200_000, 210_199, 17_000, 0, false)]
    [InlineData(200_000, 213_200, 17_000, 3_000, true)]
    [InlineData(200_000, 213_199, 17_000, 3_000, false)]
    [InlineData(200_000, 209_750, 16_250, 0, true)] // 162.5 h: 9,750 yen
    [InlineData(200_000, 209_749, 16_250, 0, false)]
    [InlineData(200_000, 209_740, 16_233, 0, true)] // 162.33 h: 9,739.8 yen
    [InlineData(200_000, 209_739, 16_233, 0, false)]
    [InlineData(200_000, 190_000, 16_000, 0, false)]
    public void Of_MonthlyPay_HoldsFromSixtyYenTimesTheHours(
        long before, long after, int hours, long step, bool holds) =>
        Assert.Equal(holds, WageCheck.Of(Sample.R7.Filings, new("A-1", before, after, hours, step)).Holds);

    [Theory]
    [InlineData(1_200, 1_260, 0, true)]
    [InlineData(1_200, 1_259, 0, false)]
    [InlineData(1_200, 1_260, 1, false)]
    public void Of_HourlyPay_HoldsFromSixtyYen(long before, long after, long step, bool holds) =>
        Assert.Equal(holds, WageCheck.Of(Sample.R7.Filings, new("A-1", before, after, null, step)).Holds);

    [Fact]
    public void Of_TooLittle_SaysWhatIsMissing() => Assert.Equal(
        "賃上げ額は210,000円−200,000円−定期昇給1,000円=9,000円、必要な額は60円×月170時間=10,200円で、1,200円不足しています。",
        WageCheck.Of(Sample.R7.Filings, new("A-1", 200_000, 210_000, 17_000, 1_000)).Explanation);

    [Fact]
    public void Of_WithoutTheRuleOnRegularSteps_CountsThemIn()
    {
        var rules = Sample.R7.Filings with { RaiseExceedsRegularStep = false };
        Assert.True(WageCheck.Of(rules, new("A-1", 1_200, 1_260, null, 60)).Holds);
    }

    [Fact]
    public void Of_AnyLine_HoldsExactlyFromTheNeededRaise() => Check.One(Fixed, Prop.ForAll(Lines.ToArbitrary(), line =>
    {
        var needed = WageCheck.Of(Sample.R7.Filings, line).NeededYen;
        var enough = line with { AfterYen = line.BeforeYen + line.RegularStepYen + needed };
        var short1 = enough with { AfterYen = enough.AfterYen - 1 };
        return WageCheck.Of(Sample.R7.Filings, enough).Holds
            && (needed == 0 || !WageCheck.Of(Sample.R7.Filings, short1).Holds);
    }));

    [Fact]
    public void Of_AnyLine_AgreesWithTheQuotientInDecimals() =>
        Check.One(Fixed, Prop.ForAll(Lines.ToArbitrary(), line =>
        {
            var raise = line.AfterYen - line.BeforeYen - line.RegularStepYen;
            var hourly = line.MonthlyHours is { } hours ? raise / (hours / 100m) : raise;
            return WageCheck.Of(Sample.R7.Filings, line).Holds == hourly >= 60;
        }));

    private static Gen<WageLine> Lines =>
        from before in Gen.Choose(1_000, 600_000)
        from raise in Gen.Choose(-100, 20_000)
        from hours in Gen.Choose(100, 20_000)
        from monthly in Gen.Elements(true, true, false)
        from step in Gen.Choose(0, 5_000)
        select new WageLine("A-1", before, before + raise, monthly ? hours : null, step);
}
