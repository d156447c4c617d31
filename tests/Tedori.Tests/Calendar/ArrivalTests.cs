using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Calendar;

public sealed class ArrivalTests
{
    private static readonly Instant End = Tokyo.At("2025-07-10T17:00:00");
    private static readonly Duration Drain = Duration.FromMinutes(2);

    [Theory]
    [InlineData(-1, 0, true)]
    [InlineData(-1, 119_999, true)]
    [InlineData(-1, 120_000, false)]
    [InlineData(-3_600_000, 119_999, true)]
    [InlineData(-3_600_000, 120_000, false)]
    [InlineData(0, 0, false)]
    [InlineData(0, 1, false)]
    public void Against_HeadAndBody_CountsFromTheHeadUnlessTheBodyEndedAfterTheDrain(long head, long body, bool inTime)
    {
        var arrival = new Arrival(End + Duration.FromMilliseconds(head), End + Duration.FromMilliseconds(body));

        Assert.Equal(inTime, arrival.Against(End, Drain) < End);
        Assert.Contains(arrival.Against(End, Drain), new[] { arrival.Began, arrival.Ended });
    }
}
