using NodaTime;
using Tedori.Functions.Public.OpenData;
using Tedori.Programme;
using Tedori.Workflows.Rounds;

namespace Tedori.Tests.OpenData;

/// <summary>How many won is public, so that what is told of them tells by its difference how many are not told.</summary>
public sealed class OpenResultsTests
{
    private const int Threshold = 5;

    [Theory]
    [InlineData(7, 0, 0, 1, 0)]
    [InlineData(7, 6, 1, 1, 2)]
    [InlineData(1, 0, 8, 9, 10)]
    public void Results_OfARoundInWhichFewAreHidden_TellNothingOfIt(int granted, int refused, int gone, int ineligible, int lapsed)
    {
        var (rounds, sums) = OpenResults.Of([Round(1, granted, refused, gone, ineligible, lapsed), Round(2, 20, 21, 22, 23, 24)], Threshold);

        Assert.Equal((null, null, null, null, null), Told(rounds[0]));
        Assert.Null(rounds[0].GrantYen);
        Assert.Equal((20, 21, 22, 23, 24), Told(rounds[1]));
        // The sums less the other round would tell it again.
        Assert.Equal((null, null, null, null, null), Told(sums!));
    }

    [Fact]
    public void Results_OfWhichNoneIsSmall_AreToldAsTheyAre()
    {
        var (rounds, sums) = OpenResults.Of([Round(1, 7, 0, 0, 6, 5), Round(2, 20, 21, 22, 23, 24)], Threshold);

        Assert.Equal((7, 0, 0, 6, 5), Told(rounds[0]));
        Assert.Equal((27, 21, 22, 29, 29), Told(sums!));
    }

    private static FinishedResult Round(int number, int granted, int refused, int gone, int ineligible, int lapsed) =>
        new(new RoundId("r7", number), Instant.FromUtc(2027, 7, 1, 0, 0), granted, refused, gone, ineligible, lapsed, granted * 100_000L);

    private static (int?, int?, int?, int?, int?) Told(OpenResults results) =>
        (results.Granted, results.Refused, results.Withdrawn, results.Ineligible, results.Lapsed);
}
