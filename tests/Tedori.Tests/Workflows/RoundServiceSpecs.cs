using Tedori.Programme.Lottery;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Workflows;

public sealed class RoundServiceSpecs
{
    private readonly TestOffice office = new("2025-05-18T12:00:00");

    [Fact]
    public async Task Advance_BeforeTheWindow_WaitsForItToOpen()
    {
        var advanced = await office.Rounds.AdvanceAsync(TestOffice.First);
        Assert.Equal((RoundPhase.Scheduled, Tokyo.At("2025-05-19T09:00:00")), (advanced.Phase, advanced.NextWake));
        Assert.Empty(office.Records.Commits);
    }

    [Fact]
    public async Task Advance_ByTheClock_OpensSealsAndDraws()
    {
        Assert.Equal(RoundPhase.Scheduled, (await office.AdvanceAtAsync("2025-05-19T08:59:59.999")).Phase);
        var open = await office.AdvanceAtAsync("2025-05-19T09:00:00");
        Assert.Equal((RoundPhase.Open, Tokyo.At("2025-05-23T17:02:00")), (open.Phase, open.NextWake));
        Assert.Equal(["carryPlaces"], await office.TaskKindsAsync());
        await office.EnterManyAsync(3);
        Assert.Equal(RoundPhase.Open, (await office.AdvanceAtAsync("2025-05-23T17:01:59.999")).Phase);
        var frozen = await office.AdvanceAtAsync("2025-05-23T17:02:00");
        Assert.Equal((RoundPhase.Sealed, Tokyo.At("2025-05-23T17:32:00")), (frozen.Phase, frozen.NextWake));
        Assert.NotNull((await office.StateAsync()).Digest);
        var drawn = await office.AdvanceAtAsync("2025-05-23T17:32:00");
        Assert.Equal((RoundPhase.Drawn, Tokyo.At("2025-06-03T10:00:00")), (drawn.Phase, drawn.NextWake));
        Assert.Equal(["carryPlaces", "releaseResult"], await office.TaskKindsAsync());
        Assert.Equal(3, (await office.StateAsync()).Won);
    }

    [Fact]
    public async Task Advance_BeaconWithoutAValueYet_AsksAgainInAMinute()
    {
        await SealAsync();
        office.AnswerBeacon((_, _, _) => null);
        var advanced = await office.AdvanceAtAsync("2025-05-23T17:32:00");
        Assert.Equal((RoundPhase.Sealed, Tokyo.At("2025-05-23T17:33:00")), (advanced.Phase, advanced.NextWake));
    }

    [Theory]
    [InlineData("2025-06-03T09:59:59.999", RoundPhase.Drawn)]
    [InlineData("2025-06-03T10:00:00", RoundPhase.Released)]
    public async Task Advance_NobodyReleased_ReleasesOnTheSeventhBusinessDayAtTen(string at, RoundPhase phase)
    {
        await DrawAsync();
        Assert.Equal(phase, (await office.AdvanceAtAsync(at)).Phase);
        Assert.Equal(phase == RoundPhase.Released ? "programme" : null, (await office.StateAsync()).ReleasedBy);
    }

    [Fact]
    public async Task Advance_Again_ChangesNothing()
    {
        await DrawAsync();
        var before = office.Records.Dump(RecordSet.Rounds, "r7-01");
        await office.Rounds.AdvanceAsync(TestOffice.First);
        Assert.Equal(before, office.Records.Dump(RecordSet.Rounds, "r7-01"));
    }

    [Fact]
    public async Task Advance_ByManyAtOnce_EndsInOnePhaseWithOneList()
    {
        await SealAsync();
        office.Clock.Reset(Tokyo.At("2025-05-23T17:32:00"));
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => office.Rounds.AdvanceAsync(TestOffice.First)));
        Assert.All(all, a => Assert.Equal(RoundPhase.Drawn, a.Phase));
        Assert.Equal(["carryPlaces", "releaseResult"], await office.TaskKindsAsync());
    }

    [Fact]
    public async Task Release_ByTwoPeople_ReleasesAndWakesTheRound()
    {
        await DrawAsync();
        Assert.Null(await office.Rounds.ReleaseAsync(TestOffice.First, Sample.Two));
        var state = await office.StateAsync();
        Assert.Equal((RoundPhase.Released, "担当者, 承認者"), (state.Phase, state.ReleasedBy));
        Assert.Contains("changed r7-01", office.Hints.Given);
    }

    [Fact]
    public async Task Release_ByOnePerson_IsRefused()
    {
        await DrawAsync();
        var refusal = await office.Rounds.ReleaseAsync(TestOffice.First, Sample.Alone);
        Assert.Equal("secondPersonMissing", refusal?.Code);
        Assert.Equal(RoundPhase.Drawn, (await office.StateAsync()).Phase);
    }

    [Fact]
    public async Task Release_BeforeTheDraw_IsRefused()
    {
        await SealAsync();
        Assert.Equal("notDrawn", (await office.Rounds.ReleaseAsync(TestOffice.First, Sample.Two))?.Code);
    }

    [Fact]
    public async Task Release_Again_KeepsTheFirst()
    {
        await DrawAsync();
        await office.Rounds.ReleaseAsync(TestOffice.First, Sample.Two);
        Assert.Null(await office.Rounds.ReleaseAsync(TestOffice.First, Sample.Signed("別の人", "さらに別の人")));
        Assert.Equal("担当者, 承認者", (await office.StateAsync()).ReleasedBy);
    }

    [Fact]
    public async Task Advance_AfterALongOutage_CatchesUpWaitingOnlyForTheBeacon()
    {
        office.Clock.Reset(Tokyo.At("2025-06-10T12:00:00"));
        var frozen = await office.Rounds.AdvanceAsync(TestOffice.First);
        Assert.Equal((RoundPhase.Sealed, Tokyo.At("2025-06-10T12:30:00")), (frozen.Phase, frozen.NextWake));
        Assert.Equal(RoundPhase.Released, (await office.AdvanceAtAsync("2025-06-10T12:30:00")).Phase);
    }

    private async Task SealAsync()
    {
        await office.AdvanceAtAsync("2025-05-19T09:00:00");
        await office.EnterManyAsync(3);
        await office.AdvanceAtAsync("2025-05-23T17:02:00");
    }

    private async Task DrawAsync()
    {
        await SealAsync();
        await office.AdvanceAtAsync("2025-05-23T17:32:00");
    }
}
