using Tedori.Programme.Lottery;
using Tedori.Programme.Lottery.Proofs;
using Tedori.Programme.Serialization;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Workflows;

public sealed class RedrawSpecs
{
    private const string Reason = "公開乱数の取得先に障害があったため";
    private readonly TestOffice office = new();

    [Fact]
    public async Task Seal_ARound_PublishesRootAndBeaconBeforeTheValueExists()
    {
        await office.EnterManyAsync(5);
        await office.AdvanceAtAsync("2025-05-23T17:02:00");
        var file = (await office.Archive.FileAsync(TestOffice.First))!;
        var draw = Assert.Single(file.Draws);
        Assert.Equal((5, 5, 5), (file.Sealing.Received, file.Sealing.Count, file.Leaves.Count));
        Assert.True(draw.AnnouncedAt < draw.Beacon.Due && draw.Value is null && draw.Ranking is null);
        Assert.Null(await office.Beacons.ValueAsync(TestOffice.First, 1, draw.Beacon));
        Assert.Empty(DrawVerifier.Check(file));
    }

    [Fact]
    public async Task Archive_BeforeTheSealing_HasNothing()
    {
        await office.EnterManyAsync(1);
        Assert.Null(await office.Archive.FileAsync(TestOffice.First));
        Assert.Null(await office.Archive.ProofAsync(new(TestOffice.First, 1)));
    }

    [Fact]
    public async Task Proof_OfAnEntry_HoldsAndShowsTheRankOnlyFromTheReleaseOn()
    {
        await DrawAsync();
        var before = (await office.Archive.ProofAsync(new(TestOffice.First, 3)))!;
        Assert.Null(before.Result);
        await office.Rounds.ReleaseAsync(TestOffice.First, Sample.Two);
        var after = (await office.Archive.ProofAsync(new(TestOffice.First, 3)))!;
        Assert.Empty(ProofVerifier.Check(before));
        Assert.Empty(ProofVerifier.Check(after));
        var file = (await office.Archive.FileAsync(TestOffice.First))!;
        Assert.Equal((file.Leaves[2], file.Sealing.Root), (after.Leaf, after.Root));
        Assert.Equal(after.Result!.Rank, file.Draws[0].Ranking!.Single(l => l.Number == 3).Rank);
    }

    [Fact]
    public async Task Draw_OfARoundThatWasDrawn_IsNotDoneTwice()
    {
        await DrawAsync();
        var (state, version) = await office.RoundRecords.StateAsync(TestOffice.First);
        var seed = state.Seed;
        // Somebody else still believes that the round is sealed.
        await office.Sealing.DrawAsync(
            state with { Phase = RoundPhase.Sealed }, version, new("simulated", "another"u8.ToArray()),
            office.Now);
        Assert.Equal(seed, (await office.StateAsync()).Seed);
        Assert.Single(await office.RoundRecords.DrawsAsync(TestOffice.First));
    }

    [Fact]
    public async Task Redraw_ByTwoPeopleWithAReason_AnnouncesANewValueAndKeepsBothDraws()
    {
        await DrawAsync();
        var first = (await office.Archive.FileAsync(TestOffice.First))!;
        Assert.Null(await office.Redraw.DecideAsync("p1", TestOffice.First, Reason, Sample.Two));
        Assert.Null(await office.Redraw.DecideAsync("p1", TestOffice.First, Reason, Sample.Two));
        var waiting = (await office.Archive.FileAsync(TestOffice.First))!;
        Assert.Equal(2, waiting.Draws.Count);
        Assert.Empty(DrawVerifier.Check(waiting));
        await office.AdvanceAtAsync("2025-05-23T18:02:00");
        var both = (await office.Archive.FileAsync(TestOffice.First))!;
        Assert.Empty(DrawVerifier.Check(both));
        Assert.Equal(TedoriJson.Write(first.Draws[0]), TedoriJson.Write(both.Draws[0]));
        Assert.Equal((2, Reason), (both.Draws[1].Number, both.Draws[1].Reason));
        Assert.NotEqual(both.Draws[0].Value!.Randomness, both.Draws[1].Value!.Randomness);
        Assert.Equal(
            both.Draws[1].Ranking!.Select(l => l.Number),
            (await office.RoundRecords.ResultsAsync(TestOffice.First)).Select(r => r.CaseId.Serial));
    }

    [Fact]
    public async Task Redraw_RepeatedAfterItWasDrawn_IsNotDoneOnceMore()
    {
        await DrawAsync();
        await office.Redraw.DecideAsync("p1", TestOffice.First, Reason, Sample.Two);
        await office.AdvanceAtAsync("2025-05-23T18:02:00");
        Assert.Null(await office.Redraw.DecideAsync("p1", TestOffice.First, Reason, Sample.Two));
        Assert.Equal((RoundPhase.Drawn, 2), ((await office.StateAsync()).Phase, (await office.StateAsync()).Draw));
    }

    [Fact]
    public async Task Redraw_ByAnotherDecisionWithTheSameWords_IsADecisionOfItsOwn()
    {
        await DrawAsync();
        await office.Redraw.DecideAsync("p1", TestOffice.First, Reason, Sample.Two);
        Assert.Equal("notDrawn", (await office.Redraw.DecideAsync("p2", TestOffice.First, Reason, Sample.Two))?.Code);
        await office.AdvanceAtAsync("2025-05-23T18:02:00");
        Assert.Null(await office.Redraw.DecideAsync("p2", TestOffice.First, Reason, Sample.Two));
        Assert.Equal((RoundPhase.Sealed, 3), ((await office.StateAsync()).Phase, (await office.StateAsync()).Draw));
    }

    [Theory]
    [InlineData("", "承認者", "reasonMissing")]
    [InlineData(Reason, "担当者", "secondPersonMissing")]
    public async Task Redraw_WithoutReasonOrSecondPerson_IsRefused(string reason, string confirmedBy, string code)
    {
        await DrawAsync();
        Assert.Equal(code, (await office.Redraw.DecideAsync("p1", TestOffice.First, reason, Sample.Signed("担当者", confirmedBy)))?.Code);
        Assert.Equal(RoundPhase.Drawn, (await office.StateAsync()).Phase);
    }

    [Fact]
    public async Task Redraw_MoreOftenThanTheEditionAllows_IsRefused()
    {
        await DrawAsync();
        foreach (var (key, at) in ((string, string)[])[("p1", "2025-05-23T18:02:00"), ("p2", "2025-05-23T18:32:00")])
        {
            Assert.Null(await office.Redraw.DecideAsync(key, TestOffice.First, Reason, Sample.Two));
            await office.AdvanceAtAsync(at);
        }

        Assert.Equal("redrawnTooOften", (await office.Redraw.DecideAsync("p3", TestOffice.First, Reason, Sample.Two))?.Code);
        Assert.Equal((RoundPhase.Drawn, 3), ((await office.StateAsync()).Phase, (await office.StateAsync()).Draw));
        Assert.Equal([null, Reason, Reason], (await office.Archive.FileAsync(TestOffice.First))!.Draws.Select(d => d.Reason));
    }

    [Fact]
    public async Task Redraw_BeforeTheDrawOrAfterTheRelease_IsRefused()
    {
        Assert.Equal("notDrawn", (await office.Redraw.DecideAsync("p1", TestOffice.First, Reason, Sample.Two))?.Code);
        await office.ReleaseAsync(3);
        Assert.Equal(
            "resultReleased", (await office.Redraw.DecideAsync("p1", TestOffice.First, Reason, Sample.Two))?.Code);
    }

    [Fact]
    public async Task Draw_WithAValueThatDecidedBefore_IsNotDoneAndStaffAreTold()
    {
        office.AnswerBeacon(
            (_, _, pledge) => office.Now < pledge.Due ? null : new("simulated", "the same"u8.ToArray()));
        await DrawAsync();
        await office.Redraw.DecideAsync("p1", TestOffice.First, Reason, Sample.Two);
        await office.AdvanceAtAsync("2025-05-23T18:02:00");
        Assert.Equal(RoundPhase.Sealed, (await office.StateAsync()).Phase);
        Assert.Contains("valueRepeated", await office.TaskKindsAsync());
    }

    [Fact]
    public async Task Secret_OfAList_IsKeptAndInNothingThatIsPublished()
    {
        await DrawAsync();
        var row = await office.Records.ReadAsync(RecordSet.Rounds, "r7-01", "secret");
        var published = TedoriJson.Write(await office.Archive.FileAsync(TestOffice.First));
        Assert.DoesNotContain(TedoriJson.Read<string>(row!.Body), published, StringComparison.Ordinal);
        Assert.DoesNotContain("r7-01-0", published, StringComparison.Ordinal);
        Assert.DoesNotContain("見本", published, StringComparison.Ordinal);
    }

    private async Task DrawAsync()
    {
        await office.EnterManyAsync(8);
        await office.AdvanceAtAsync("2025-05-23T17:02:00");
        await office.AdvanceAtAsync("2025-05-23T17:32:00");
        Assert.Equal(RoundPhase.Drawn, (await office.StateAsync()).Phase);
    }
}
