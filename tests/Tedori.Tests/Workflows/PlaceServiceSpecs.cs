using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Lottery;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Rounds;

namespace Tedori.Tests.Workflows;

public sealed class PlaceServiceSpecs
{
    private static readonly RoundId Second = RoundId.Parse("r7-02");
    private readonly TestOffice office = new();

    [Fact]
    public async Task Propose_RoundThatIsNotPublished_OffersNothing()
    {
        await office.ReleaseAsync(5);
        Assert.Empty(await office.Places.ProposeAsync(Second));
    }

    [Fact]
    public async Task Propose_PublishedRound_OffersItsUnfilledPlaces()
    {
        await PublishAsync(5);
        Assert.Equal([new FreePlaces(1, 135, 0)], await office.Places.ProposeAsync(Second));
        Assert.Empty(await office.Places.ProposeAsync(TestOffice.First));
    }

    [Fact]
    public async Task Propose_WinnersThatLeftFailedOrLapsed_FreeTheirPlaces()
    {
        await PublishAsync(4);
        await DoAsync(1, new CaseCommand.Decline(office.Now, "都合"));
        await DoAsync(2, new CaseCommand.PassTime(Tokyo.At("2025-06-24T00:00:00")));
        var filed = Tokyo.At("2025-06-10T11:00:00");
        await DoAsync(3, new CaseCommand.RegisterCompany(filed, Sample.Web(filed)));
        await DoAsync(3, new CaseCommand.FailEligibility(filed, "要件", Signed: Sample.Two));
        Assert.Equal([new FreePlaces(1, 136, 3)], await office.Places.ProposeAsync(Second));
    }

    [Fact]
    public async Task Carry_ByTwoPeople_CountsWhenTheRoundIsSealedAndDrawn()
    {
        await PublishAsync(5);
        Assert.Null(await office.Places.CarryAsync("p1", Second, 1, 30, Sample.Two));
        await office.AdvanceAtAsync("2025-06-16T09:00:00", Second);
        await office.AdvanceAtAsync("2025-06-20T17:02:00", Second);
        var state = await office.StateAsync(Second);
        Assert.Equal((140, 30), (state.Places, state.CarriedIn));
        Assert.Equal([new FreePlaces(1, 105, 0)], await office.Places.ProposeAsync(Second));
    }

    [Fact]
    public async Task Carry_IntoARoundWithTooManyEntries_WinsForEveryPlaceThatWasCarried()
    {
        var small = new TestOffice(edition: Sample.R7 with
        {
            Rounds = [.. Sample.R7.Rounds.Select(r => r with { Places = 3 })],
        });
        await small.ReleaseAsync(1);
        await small.PublishAsync();
        Assert.Null(await small.Places.CarryAsync("p1", Second, 1, 2, Sample.Two));
        await small.AdvanceAtAsync("2025-06-16T09:00:00", Second);
        for (var n = 2; n <= 8; n++)
            Assert.IsType<EntryAnswer.Received>(await small.EnterAsync(n, Second));
        await small.AdvanceAtAsync("2025-06-20T17:02:00", Second);

        await small.AdvanceAtAsync("2025-06-20T17:32:00", Second);

        Assert.Equal((7, 5), ((await small.StateAsync(Second)).Entries, (await small.StateAsync(Second)).Won));
        Assert.Equal(5, (await small.RoundRecords.ResultsAsync(Second)).Count(r => r.Won));
    }

    [Fact]
    public async Task Carry_AfterTheSealing_IsRefused()
    {
        await PublishAsync(5);
        await office.AdvanceAtAsync("2025-06-20T17:02:00", Second);
        Assert.Equal("roundSealed", (await office.Places.CarryAsync("p1", Second, 1, 1, Sample.Two))?.Code);
        Assert.Equal(0, (await office.StateAsync(Second)).CarriedIn);
    }

    [Theory]
    [InlineData(1, 136, "承認者", "placesNotFree")]
    [InlineData(1, 1, "担当者", "secondPersonMissing")]
    public async Task Carry_AgainstTheRules_IsRefused(int from, int count, string confirmedBy, string code)
    {
        await PublishAsync(5);
        Assert.Equal(code, (await office.Places.CarryAsync("p1", Second, from, count, Sample.Signed("担当者", confirmedBy)))?.Code);
        Assert.Empty((await office.Places.LedgerAsync("r7")).Postings);
    }

    [Fact]
    public async Task Carry_RepeatedAfterACrash_IsPostedOnce()
    {
        await PublishAsync(5);
        office.Records.FailCommit(1, afterEffect: true);
        await Assert.ThrowsAsync<IOException>(() => office.Places.CarryAsync("p1", Second, 1, 30, Sample.Two));
        office.Clock.Reset(Tokyo.At("2025-05-27T09:00:00"));
        Assert.Null(await office.Places.CarryAsync("p1", Second, 1, 30, Sample.Two));
        Assert.Equal(30, (await office.Places.LedgerAsync("r7")).CarriedInto(2));
    }

    [Fact]
    public async Task Carry_WhileTheRoundIsSealed_IsEitherInItsPlacesOrRefused()
    {
        await PublishAsync(5);
        office.Clock.Reset(Tokyo.At("2025-06-20T17:02:00"));
        var carry = office.Places.CarryAsync("p1", Second, 1, 30, Sample.Two);
        await Task.WhenAll(carry, office.Rounds.AdvanceAsync(Second));
        Assert.Equal(await carry is null ? 30 : 0, (await office.StateAsync(Second)).CarriedIn);
    }

    private async Task PublishAsync(int entries)
    {
        await office.ReleaseAsync(entries);
        await office.PublishAsync();
    }

    private async Task DoAsync(int serial, CaseCommand command) => Assert.IsType<CaseAnswer.Accepted>(
        await office.Cases.HandleAsync(new(TestOffice.First, serial), command));
}
