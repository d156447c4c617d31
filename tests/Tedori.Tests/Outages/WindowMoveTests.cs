using NodaTime;
using Tedori.Programme.Editions;
using Tedori.Programme.Entries;
using Tedori.Programme.Lottery;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Outages;

/// <summary>Round 1 closes on 2025-05-23 17:00; its results are due on 2025-06-03 at 10:00.</summary>
public sealed class WindowMoveTests
{
    private static readonly Instant Later = Tokyo.At("2025-05-23T20:00:00");

    [Theory]
    [InlineData("2025-05-20T10:00:00")]
    [InlineData("2025-05-23T16:59:59.999")]
    [InlineData("2025-05-23T19:00:00")]
    public void Move_BeforeTheEndOrSoonAfterIt_IsAllowed(string now) => Assert.Null(Check("2025-05-23T20:00:00", now));

    [Theory]
    [InlineData("2025-05-24T17:00:00", null)]
    [InlineData("2025-05-24T17:00:00.001", "windowMovedTooLate")]
    public void Move_AtTheEndOfTheDayAfter_IsTheLastThatIsAllowed(string now, string? code) =>
        Assert.Equal(code, Check("2025-05-26T17:00:00", now)?.Code);

    [Theory]
    [InlineData("2025-05-23T17:00:00", "2025-05-23T16:00:00")]
    [InlineData("2025-05-23T16:00:00", "2025-05-23T15:00:00")]
    [InlineData("2025-05-23T18:00:00", "2025-05-23T18:00:00")]
    public void Move_ToAnEarlierOrAPastInstant_IsRefused(string to, string now) =>
        Assert.Equal("windowNotLater", Check(to, now)?.Code);

    [Theory]
    [InlineData(RoundPhase.Sealed)]
    [InlineData(RoundPhase.Drawn)]
    [InlineData(RoundPhase.Published)]
    public void Move_OnceTheListIsFrozen_IsRefused(RoundPhase phase) => Assert.Equal(
        "windowSealed",
        WindowMove.Check(Sample.R7, Sample.Round, phase, Later, Tokyo.At("2025-05-23T18:00:00"))?.Code);

    [Theory]
    [InlineData("2025-06-02T09:28:00", null)]
    [InlineData("2025-06-02T09:28:00.001", "windowTooFar")]
    public void Move_SoFarThatTheResultCannotBeOutInTime_IsRefusedWithTheBound(string to, string? code)
    {
        var refusal = Check(to, "2025-05-23T18:00:00");
        Assert.Equal(code, refusal?.Code);
        if (refusal is not null)
            Assert.Contains("令和7年6月2日(月) 09:28まで", refusal.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Move_IntoTheWindowOfTheNextRound_IsRefusedWithTheBound()
    {
        var next = Sample.R7.Round(2) with { EntryOpens = Tokyo.Day("2025-05-28") };
        var edition = Sample.R7 with { Rounds = [Sample.Round, next, .. Sample.R7.Rounds.Skip(2)] };

        var refusal = WindowMove.Check(
            edition, Sample.Round, RoundPhase.Open, Tokyo.At("2025-05-28T09:00:01"), Tokyo.At("2025-05-23T18:00:00"));

        Assert.Contains("令和7年5月28日(水) 09:00まで", refusal!.Text, StringComparison.Ordinal);
        Assert.Contains("第2回の受付が始まります", refusal.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Move_OfAMovedWindow_CountsFromItsNewEnd()
    {
        var moved = Moved(Later);
        Assert.Null(WindowMove.Check(
            Sample.R7, moved, RoundPhase.Open, Tokyo.At("2025-05-26T17:00:00"), Tokyo.At("2025-05-24T20:00:00")));
        Assert.Equal("windowNotLater", WindowMove.Check(
            Sample.R7, moved, RoundPhase.Open, Later, Tokyo.At("2025-05-23T18:00:00"))?.Code);
    }

    [Fact]
    public void Window_Moved_AdmitsUntilTheNewEndAndKeepsTheDaysOfTheResult()
    {
        var window = EntryWindow.Of(Sample.R7, Moved(Later));
        Assert.True(window.Admits(Later - Tokyo.Millisecond));
        Assert.Equal("entryClosed", window.Refuse(Later, 1)?.Code);
        Assert.Equal(
            RoundSchedule.ReleaseAtLatest(Sample.R7, Sample.Round),
            RoundSchedule.ReleaseAtLatest(Sample.R7, Moved(Later)));
    }

    [Fact]
    public void Window_MovedToAnInstantBeforeWhatIsWritten_StaysAsWritten() => Assert.Equal(
        EntryWindow.AsWritten(Sample.R7, Sample.Round),
        EntryWindow.Of(Sample.R7, Moved(Tokyo.At("2025-05-23T12:00:00"))));

    [Theory]
    [InlineData("2025-05-23T17:02:00", null)]
    [InlineData("2025-05-23T17:17:00", null)]
    [InlineData("2025-05-23T17:17:00.001", "2025-05-24T17:00:00")]
    [InlineData("2025-05-24T16:59:59.999", "2025-05-24T17:00:00")]
    [InlineData("2025-05-24T17:00:00", null)]
    public void Sealing_ThatAnOutageKeptFromItsTime_WaitsUntilTheDayAfterTheEnd(string now, string? until) => Assert.Equal(
        until is null ? null : Tokyo.At(until), WindowMove.HeldUntil(Sample.R7, Sample.Round, Tokyo.At(now)));

    private static Round Moved(Instant to) =>
        Sample.Round with { Moved = new(Sample.RoundId, to, "障害", Tokyo.At("2025-05-23T18:00:00"), "p1") };

    private static Tedori.Programme.Refusal? Check(string to, string now) =>
        WindowMove.Check(Sample.R7, Sample.Round, RoundPhase.Open, Tokyo.At(to), Tokyo.At(now));
}
