using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Lottery;
using Tedori.Tests.Cases;
using Tedori.Tests.Workflows;

namespace Tedori.Tests.Approvals;

public sealed class RoundActionsSpecs
{
    private static readonly RoundId Second = RoundId.Parse("r7-02");
    private readonly ActingOffice office = new();

    [Fact]
    public async Task Release_OfAResultThatIsOut_IsRefusedInTheDryRun()
    {
        await office.WithWinnersAsync(2);

        Assert.Equal("alreadyReleased", Assert.Single(
            await office.Proposals.PreviewAsync([new ProposedAction.ReleaseResult(TestOffice.First)])).Refusal?.Code);
        Assert.Equal("notDrawn", Assert.Single(
            await office.Proposals.PreviewAsync([new ProposedAction.ReleaseResult(Second)])).Refusal?.Code);
    }

    [Fact]
    public async Task AnnounceThrow_BeforeTheSealing_IsWhatDecidesTheFirstDraw()
    {
        var due = Tokyo.At("2025-05-26T10:00:00");

        Assert.Null(Assert.Single(
            await office.DecideAsync(new ProposedAction.AnnounceThrow(TestOffice.First, "抽選器(飯田橋)", due))).Refusal);

        var pledge = await office.Office.Witnesses.PlannedAsync(TestOffice.First, 1);
        Assert.Equal((BeaconPledge.Witnessed, "抽選器(飯田橋)", due), (pledge!.Kind, pledge.Source, pledge.Due));
    }

    [Fact]
    public async Task AnnounceThrow_OfAResultThatIsOut_IsRefusedInTheDryRun()
    {
        await office.WithWinnersAsync(2);

        var announce = new ProposedAction.AnnounceThrow(
            TestOffice.First, "抽選器", office.Office.Now + NodaTime.Duration.FromDays(1));

        Assert.Equal("announcedTooLate", Assert.Single(await office.Proposals.PreviewAsync([announce])).Refusal?.Code);
    }

    [Fact]
    public async Task Promote_WhereTheEditionHasNone_IsRefusedInTheDryRun() => Assert.Equal(
        "promotionOff",
        Assert.Single(await office.Proposals.PreviewAsync([new ProposedAction.Promote(TestOffice.First)])).Refusal?.Code);

    [Fact]
    public async Task DrawAgain_BeforeTheResultIsOut_AnnouncesANewValueAndKeepsTheReason()
    {
        await office.Office.DrawAsync(5);

        Assert.Null(
            Assert.Single(await office.DecideAsync(new ProposedAction.DrawAgain(TestOffice.First, "名簿の誤り"))).Refusal);

        var (state, _) = await office.Office.RoundRecords.StateAsync(TestOffice.First);
        Assert.Equal((RoundPhase.Sealed, 2, "名簿の誤り"), (state.Phase, state.Draw, state.Redraw!.Reason));
        Assert.Equal(("伊藤", "遠藤"), (state.Redraw.DecidedBy, state.Redraw.ConfirmedBy));
    }

    [Fact]
    public async Task DrawAgain_OfAResultThatIsOut_IsRefusedInTheDryRun()
    {
        await office.WithWinnersAsync(2);

        var preview = Assert.Single(
            await office.Proposals.PreviewAsync([new ProposedAction.DrawAgain(TestOffice.First, "名簿の誤り")]));

        Assert.Equal("resultReleased", preview.Refusal?.Code);
    }

    [Fact]
    public async Task Carry_ApprovedByASecondPerson_StandsOnBothSides()
    {
        await office.WithWinnersAsync(5);

        Assert.Null(Assert.Single(await office.DecideAsync(new ProposedAction.CarryPlaces(Second, 1, 30))).Refusal);

        var (from, to) = (
            await office.Office.Places.StatementAsync(TestOffice.First), await office.Office.Places.StatementAsync(Second));
        Assert.Equal((30, 105), (from.CarriedOut, from.Free));
        Assert.Equal(30, to.CarriedIn);
        Assert.True(from.Balances);
    }

    [Fact]
    public async Task Carry_ProposedTwiceByTheSameTwo_IsDoneTwiceHoweverOftenEachIsConfirmed()
    {
        await office.WithWinnersAsync(5);
        var carry = new ProposedAction.CarryPlaces(Second, 1, 30);

        Assert.Null(Assert.Single(await office.DecideAsync(carry)).Refusal);
        Assert.Null(Assert.Single(await office.DecideAsync(carry)).Refusal);
        await office.Proposals.ApproveAsync("p1", ActingOffice.Endo);
        await office.Proposals.ApproveAsync("p2", ActingOffice.Endo);

        Assert.Equal(60, (await office.Office.Places.StatementAsync(Second)).CarriedIn);
    }

    [Fact]
    public async Task Carry_WhoseVerdictWasLost_IsNotDoneOnceMore()
    {
        await office.WithWinnersAsync(5);
        await office.Proposals.ProposeAsync(
            "p1", [new ProposedAction.CarryPlaces(Second, 1, 30)], "試験", ActingOffice.Ito);
        // The approval is kept, then the places are carried, and the process ends before it keeps the verdict.
        office.Office.Records.FailCommit(3, afterEffect: false);
        await Assert.ThrowsAsync<IOException>(() => office.Proposals.ApproveAsync("p1", ActingOffice.Endo));
        Assert.Equal(30, (await office.Office.Places.StatementAsync(Second)).CarriedIn);
        Assert.Empty(await office.Proposals.VerdictsAsync("p1"));

        Assert.Equal(1, await office.Unfinished.FinishAsync());

        Assert.Equal(30, (await office.Office.Places.StatementAsync(Second)).CarriedIn);
        Assert.Null(Assert.Single(await office.Proposals.VerdictsAsync("p1")).Refusal);
    }

    [Fact]
    public async Task AnnounceThrow_OfAThrowThatDecidesTheDrawBefore_IsRefused()
    {
        var announce = new ProposedAction.AnnounceThrow(TestOffice.First, "抽選器(飯田橋)", Tokyo.At("2025-05-26T10:00:00"));
        await office.DecideAsync(announce);
        await office.Office.EnterManyAsync(3);
        await office.Office.AdvanceAtAsync("2025-05-23T17:02:00");

        Assert.Equal("alreadyAnnounced", Assert.Single(await office.DecideAsync(announce)).Refusal?.Code);
        Assert.Null(await office.Office.Witnesses.PlannedAsync(TestOffice.First, 2));
    }

    [Fact]
    public async Task Carry_OfMoreThanIsFree_HasItsRefusalAsVerdict()
    {
        await office.WithWinnersAsync(5);

        Assert.Equal("placesNotFree",
            Assert.Single(await office.DecideAsync(new ProposedAction.CarryPlaces(Second, 1, 136))).Refusal?.Code);
    }

    [Fact]
    public async Task Extension_OfARound_ReachesEveryRunningCase()
    {
        await office.WithWinnersAsync(3);
        var date = Tokyo.Day("2025-06-19");

        var preview = Assert.Single(await office.Proposals.PreviewAsync(
            [new ProposedAction.ExtendRound(TestOffice.First, Step.CompanyRegistration, date, null, "災害のため: 大雨")]));
        Assert.Contains("対象は3件(今の期限: 令和7年6月12日(木)の3件)です。", preview.Effect, StringComparison.Ordinal);

        await office.DecideAsync(
            new ProposedAction.ExtendRound(TestOffice.First, Step.CompanyRegistration, date, null, "災害のため: 大雨"));

        for (var serial = 1; serial <= 3; serial++)
            Assert.Equal(date, (await office.Office.CaseAsync(serial)).Extensions[Step.CompanyRegistration]);
    }
}
