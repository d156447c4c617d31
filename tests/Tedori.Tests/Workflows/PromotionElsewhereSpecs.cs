using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Lottery;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Rounds;

namespace Tedori.Tests.Workflows;

/// <summary>
/// Round 1 has one place and three companies; the one that declines makes room for the next, who has entered round 2.
/// </summary>
public sealed class PromotionElsewhereSpecs
{
    private static readonly RoundId Second = RoundId.Parse("r7-02");

    [Theory]
    [InlineData(RoundPhase.Released)]
    [InlineData(RoundPhase.Published)]
    public async Task Promote_NextWhoWasDrawnInAnotherRound_IsPassedBy(RoundPhase phase)
    {
        var (office, ranking) = await LostAsync(Few);
        await EnterSecondAsync(office, ranking[1]);
        await DrawSecondAsync(office, phase);

        var (promoted, refusal, _) = await PromoteAsync(office);

        Assert.Null(refusal);
        Assert.Equal([ranking[2]], promoted);
        Assert.Equal(Outcome.Lost, (await office.CaseAsync(ranking[1].Serial)).Outcome);
        Assert.Equal([ranking[2]], (await PromoteAsync(office)).Promoted.Distinct());
    }

    [Fact]
    public async Task Promote_NextWhomTwoPeopleSetApartFromWhoWasDrawn_GetsThePlace()
    {
        var (office, ranking) = await LostAsync(Few);
        await EnterSecondAsync(office, ranking[1]);
        await DrawSecondAsync(office, RoundPhase.Published);
        Assert.Null(await office.Get<EntryJoins>().DecideAsync(
            new(ranking[1], new(Second, 1), false, office.Now, "電話で確認", "伊藤", "遠藤")));

        Assert.Equal([ranking[1]], (await PromoteAsync(office)).Promoted);
    }

    [Fact]
    public async Task Promote_WhereWinnersMayEnterAgain_PassesNobodyBy()
    {
        var (office, ranking) = await LostAsync(Few with { Entry = Few.Entry with { WinnersMayEnterAgain = true } });
        await EnterSecondAsync(office, ranking[1]);
        await DrawSecondAsync(office, RoundPhase.Drawn);

        Assert.Equal([ranking[1]], (await PromoteAsync(office)).Promoted);
    }

    [Theory]
    [InlineData(RoundPhase.Sealed)]
    [InlineData(RoundPhase.Drawn)]
    public async Task Promote_WhileTheResultOfAnotherRoundIsNotOut_WaitsBecauseItMayBeDrawnAgain(RoundPhase phase)
    {
        var (office, ranking) = await LostAsync(Few);
        await EnterSecondAsync(office, ranking[1]);
        await DrawSecondAsync(office, phase);

        var (promoted, refusal, _) = await PromoteAsync(office);

        Assert.Equal((0, "otherRoundUnreleased"), (promoted.Count, refusal?.Code));
        Assert.Contains("第2回の抽選の結果", refusal!.Text, StringComparison.Ordinal);
    }

    private static Edition Few => Sample.Promoting with
    {
        Rounds = [Sample.R7.Round(1) with { Places = 1 }, .. Sample.R7.Rounds.Skip(1)],
    };

    private static async Task<(TestOffice Office, List<CaseId> Ranking)> LostAsync(Edition edition)
    {
        var office = new TestOffice(edition: edition);
        await office.ReleaseAsync(3);
        await office.PublishAsync();
        var ranking = (await office.RoundRecords.ResultsAsync(TestOffice.First)).Select(r => r.CaseId).ToList();
        await office.Cases.HandleAsync(ranking[0], new CaseCommand.Decline(office.Now, "都合"));
        return (office, ranking);
    }

    private static async Task EnterSecondAsync(TestOffice office, CaseId again)
    {
        var form = (await office.CaseAsync(again.Serial)).Entry;
        await office.AdvanceAtAsync("2025-06-16T09:00:00", Second);
        Assert.IsType<EntryAnswer.Received>(await office.Entries.ReceiveAsync(Second, form, office.Now, "second"));
    }

    private static async Task DrawSecondAsync(TestOffice office, RoundPhase phase)
    {
        await office.AdvanceAtAsync("2025-06-20T17:02:00", Second);
        if (phase >= RoundPhase.Drawn)
            await office.AdvanceAtAsync("2025-06-20T17:32:00", Second);
        if (phase >= RoundPhase.Released)
            await office.AdvanceAtAsync("2025-07-01T10:00:00", Second);
        if (phase == RoundPhase.Published)
            await office.PublishAsync(Second);

        Assert.Equal(phase, (await office.StateAsync(Second)).Phase);
    }

    private static Task<PromotionAnswer> PromoteAsync(TestOffice office) =>
        office.Promotion.PromoteAsync(TestOffice.First, new(Sample.Two, office.Now), 10);
}
