using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Cases;
using Tedori.Programme.Lottery;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Rounds;

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
            await office.Actions.PreviewAsync([new ProposedAction.ReleaseResult(TestOffice.First)])).Refusal?.Code);
        Assert.Equal("notDrawn", Assert.Single(
            await office.Actions.PreviewAsync([new ProposedAction.ReleaseResult(Second)])).Refusal?.Code);
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

        Assert.Equal("announcedTooLate", Assert.Single(await office.Actions.PreviewAsync([announce])).Refusal?.Code);
    }

    [Fact]
    public async Task Promote_WhereTheEditionHasNone_IsRefusedInTheDryRun() => Assert.Equal(
        "promotionOff",
        Assert.Single(await office.Actions.PreviewAsync([new ProposedAction.Promote(TestOffice.First)])).Refusal?.Code);

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
            await office.Actions.PreviewAsync([new ProposedAction.DrawAgain(TestOffice.First, "名簿の誤り")]));

        Assert.Equal("resultReleased", preview.Refusal?.Code);
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
    public async Task Extension_OfARound_HasAVerdictForEachPartAndOneThatSumsThemUp()
    {
        await office.WithWinnersAsync(23);
        await office.DoAsync(7, new CaseCommand.Decline(office.Office.Now, "都合"));

        var id = await office.ApproveAsync(Extend);
        Assert.Equal((0, 4), await office.Actions.CountAsync((await office.Proposals.FindAsync(id))!));
        await ActingOffice.RunAsync(office.Actions, id);

        var parts = await office.Proposals.PartsAsync(id);
        Assert.Equal([9, 10, 3], parts.Select(p => p.Cases.Count));
        var verdict = Assert.Single(await office.Proposals.VerdictsAsync(id));
        Assert.Equal("22件の期限を延長しました。0件は延長の対象になりませんでした。", verdict.Text);
    }

    [Fact]
    public async Task Extension_WhosePartLostItsVerdict_IsDoneOnceAndCountedOnce()
    {
        await office.WithWinnersAsync(3);
        var id = await office.ApproveAsync(Extend);
        // Three cases, each with its row in the directory, and then the verdict of the part.
        office.Office.Records.FailCommit(7, afterEffect: false);
        await Assert.ThrowsAsync<IOException>(() => ActingOffice.RunAsync(office.Actions, id));
        Assert.Single((await office.EventsAsync(3)).OfType<CaseEvent.CutoffExtended>());
        Assert.Empty(await office.Proposals.PartsAsync(id));

        await ActingOffice.RunAsync(office.Actions, id);

        for (var serial = 1; serial <= 3; serial++)
            Assert.Single((await office.EventsAsync(serial)).OfType<CaseEvent.CutoffExtended>());
        Assert.Equal(
            "3件の期限を延長しました。0件は延長の対象になりませんでした。",
            Assert.Single(await office.Proposals.VerdictsAsync(id)).Text);
    }

    [Fact]
    public async Task Promotion_OfMoreThanAPart_GoesDownTheRankingPartByPart()
    {
        var (promoting, results) = await PromotingAsync(returned: 12);

        var verdict = Assert.Single(await promoting.DecideAsync(new ProposedAction.Promote(TestOffice.First)));

        Assert.Equal((null, "第1回で12社を繰上当選としました。"), (verdict.Refusal, verdict.Text));
        Assert.Equal([10, 12], (await promoting.Proposals.PartsAsync("p1")).Select(p => p.Cases.Count));
        foreach (var result in results.Skip(140).Take(12))
            Assert.Single((await promoting.EventsAsync(result.CaseId.Serial)).OfType<CaseEvent.Promoted>());
        Assert.Equal(Outcome.Lost, (await promoting.Office.CaseAsync(results[152].CaseId.Serial)).Outcome);
    }

    [Fact]
    public async Task Promotion_WhoseVerdictWasLost_KnowsWhatItHasDone()
    {
        var (promoting, results) = await PromotingAsync(returned: 2);
        var id = await promoting.ApproveAsync(new ProposedAction.Promote(TestOffice.First));
        // What the part does, without the verdict that would be kept behind it.
        var stored = (await promoting.Proposals.FindAsync(id))!;
        await promoting.Office.Promotion.PromoteAsync(
            TestOffice.First, new(stored.Signed, stored.DecidedAt!.Value), 10);

        await ActingOffice.RunAsync(promoting.Actions, id);

        var verdict = Assert.Single(await promoting.Proposals.VerdictsAsync(id));
        Assert.Equal((null, "第1回で2社を繰上当選としました。"), (verdict.Refusal, verdict.Text));
        Assert.Equal(Outcome.Lost, (await promoting.Office.CaseAsync(results[142].CaseId.Serial)).Outcome);
    }

    [Fact]
    public async Task Promotion_WithoutAPlace_HasItsRefusalAsVerdict()
    {
        var (promoting, _) = await PromotingAsync(returned: 0);

        Assert.Equal("placesNotFree", Assert.Single(
            await promoting.DecideAsync(new ProposedAction.Promote(TestOffice.First))).Refusal?.Code);
    }

    private static ProposedAction Extend => new ProposedAction.ExtendRound(
        TestOffice.First, Step.CompanyRegistration, Tokyo.Day("2025-06-19"), null, "災害のため: 大雨");

    private static async Task<(ActingOffice Office, IReadOnlyList<ResultRow> Results)> PromotingAsync(int returned)
    {
        var promoting = new ActingOffice(
            Sample.R7 with { Entry = Sample.R7.Entry with { PromotionBusinessDays = 14 } });
        await promoting.WithWinnersAsync(155);
        var results = await promoting.Office.RoundRecords.ResultsAsync(TestOffice.First);
        foreach (var result in results.Take(returned))
            await promoting.DoAsync(result.CaseId.Serial, new CaseCommand.Decline(promoting.Office.Now, "都合"));
        return (promoting, results);
    }
}
