using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Tedori.Programme.Grants;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Grants;

/// <summary>勤務間インターバル: the guideline's rule and its worked example.</summary>
public sealed class RestCheckTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithReplay(20250519, 70011).WithMaxTest(500);
    private static readonly RestSchedule Usual = new("全職種", 660, null, OverlapRule.DeemedWorked, new(9, 0), null);

    [Theory]
    [InlineData(660, null, null)]
    [InlineData(659, null, "restTooShort")]
    [InlineData(720, 600, null)] // 10 h extended to 12 h
    [InlineData(720, 659, null)]
    [InlineData(720, 660, "restExists")]
    public void Of_RestAndExistingRest_FollowTheElevenHours(int rest, int? existing, string? code) =>
        Assert.Equal(
            code is null ? [] : [code],
            RestCheck.Of(Sample.R7.Filings, Usual with { RestMinutes = rest, ExistingMinutes = existing }).Select(
                r => r.Code));

    [Theory]
    [InlineData(null, "overtimeBanMissing")]
    [InlineData("22:00", null)] // 22:00 to 9:00 is 11 h
    [InlineData("22:01", "overtimeBanTooLate")]
    [InlineData("20:00", null)]
    public void Of_OvertimeBan_LeavesRoomForTheRest(string? ends, string? code)
    {
        LocalTime? time = ends is null ? null : NodaTime.Text.LocalTimePattern.ExtendedIso.Parse(ends + ":00").Value;
        var schedule = Usual with { Overlap = OverlapRule.OvertimeBan, OvertimeEnds = time };
        Assert.Equal(code is null ? [] : [code], RestCheck.Of(Sample.R7.Filings, schedule).Select(r => r.Code));
    }

    [Fact]
    public void Example_OfTheGuideline_DeemsNinetyMinutesWorkedOrMovesTheStart()
    {
        var example = RestExample.Of(new(23, 30), new(9, 0), 660);

        Assert.Equal(new RestExample(new(10, 30), 90, new(9, 0), new(10, 30)), example);
        Assert.Contains("90分間は働いたものとみなします(例1)", example.Explain(OverlapRule.DeemedWorked), StringComparison.Ordinal);
        Assert.Contains("始業を10:30に繰り下げます(例2)", example.Explain(OverlapRule.LaterStart), StringComparison.Ordinal);
    }

    [Fact]
    public void Example_EndBeforeTheRestFits_OverlapsNothing() =>
        Assert.Equal(0, RestExample.Of(new(18, 0), new(9, 0), 660).OverlapMinutes);

    [Fact]
    public void Example_AnyHours_RestEndsWhereTheOverlapEnds() => Check.One(Fixed, Prop.ForAll(Hours.ToArbitrary(), x =>
    {
        var (end, start, rest) = x;
        var example = RestExample.Of(end, start, rest);
        return example.LaterStart == start.PlusMinutes(example.OverlapMinutes)
            && (example.OverlapMinutes == 0 || example.LaterStart == example.RestEnds)
            && (example.OverlapMinutes > 0) == (RestCheck.Gap(end, start) < rest);
    }));

    [Fact]
    public void Of_AnyBanThatPasses_NeverOverlapsInTheExample() => Check.One(Fixed,
        Prop.ForAll(Hours.ToArbitrary(), x =>
    {
        var (end, start, rest) = x;
        var schedule =
            Usual with { RestMinutes = rest, Overlap = OverlapRule.OvertimeBan, Start = start, OvertimeEnds = end };
        return RestCheck.Of(Sample.R7.Filings, schedule).Any() || RestExample.Of(end, start, rest).OverlapMinutes == 0;
    }));

    private static Gen<(LocalTime End, LocalTime Start, int Minutes)> Hours =>
        from end in Gen.Choose(0, 1439)
        from start in Gen.Choose(0, 1439)
        from rest in Gen.Choose(0, 1440)
        select (LocalTime.Midnight.PlusMinutes(end), LocalTime.Midnight.PlusMinutes(start), rest);
}
