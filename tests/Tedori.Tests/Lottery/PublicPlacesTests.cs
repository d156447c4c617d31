using Tedori.Functions.Components;
using Tedori.Programme.Calendar;
using Tedori.Programme.Lottery;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Lottery;

/// <summary>What everybody is told of the places of a round, before it opens, while it is open and once they are fixed.</summary>
public sealed class PublicPlacesTests
{
    private static readonly QuotaStatement Nothing = new(7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    public static TheoryData<QuotaStatement, bool, string> Rounds => new()
    {
        { Nothing, false, "140社と前の回までに残った社数" },
        // Decided before it opens: until then more may be decided, and it is not told.
        { Nothing with { CarriedIn = 767 }, false, "140社と前の回までに残った社数" },
        { Nothing with { Planned = 140 }, false, "140社と前の回までに残った社数" },
        { Nothing with { Planned = 140, CarriedIn = 767 }, false, "907社(うち前の回までに残った767社)" },
        { Nothing with { Planned = 140, CarriedIn = 767 }, true, "907社(うち前の回までに残った767社)" },
        { Nothing with { Planned = 140 }, true, "140社" },
    };

    [Theory]
    [MemberData(nameof(Rounds))]
    public void Places_OfARoundAfterOthers_AreThoseThatAreDrawnForOnceDecided(QuotaStatement posted, bool isSealed, string told) =>
        Assert.Equal(told, PlacesLabels.Of(PublicPlaces.Of(Sample.R7, Sample.R7.Round(7), posted, isSealed)));

    [Fact]
    public void Places_OfTheFirstRound_AreItsOwn() =>
        Assert.Equal(new(140, 0), PublicPlaces.Of(Sample.R7, Sample.R7.Round(1), PlaceLedger.Empty));

    // What comes free of the winners' places changes nothing of what is told.
    [Fact]
    public void Places_OfARoundWhoseWinnersLeave_StayAsTheyWere()
    {
        var drawn = Nothing with { Planned = 140, CarriedIn = 2, Won = 142, Held = 142 };
        var left = drawn with { Held = 139, Declined = 2, Lapsed = 1, Free = 1, CarriedOut = 2, Promoted = 1, BeyondPlan = 1 };

        Assert.Equal(
            PublicPlaces.Of(Sample.R7, Sample.R7.Round(7), drawn, true), PublicPlaces.Of(Sample.R7, Sample.R7.Round(7), left, true));
    }
}
