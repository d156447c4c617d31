using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Entries;
using Tedori.Programme.Lottery;
using Tedori.Tests.Cases;
using Tedori.Workflows.Records;
using Tedori.Workflows.Rounds;

namespace Tedori.Tests.Workflows;

public sealed class PublicationSpecs
{
    private readonly Bureau bureau = new();

    [Fact]
    public async Task Publish_TwoPages_TellsEveryCaseOnceAndFinishes()
    {
        await bureau.ReleaseAsync(RoundRows.PageSize + 5);
        Assert.Equal(1, await bureau.Publication.PublishAsync(Bureau.First, 0));
        Assert.Equal(RoundPhase.Released, (await bureau.StateAsync()).Phase);
        Assert.Equal(2, await bureau.Publication.PublishAsync(Bureau.First, 1));
        Assert.Null(await bureau.Publication.PublishAsync(Bureau.First, 2));
        var state = await bureau.StateAsync();
        Assert.Equal((RoundPhase.Published, bureau.Now), (state.Phase, state.PublishedAt));
        var results = await ResultsAsync(RoundRows.PageSize + 5);
        Assert.Equal(140, results.Count(r => r is null));
        Assert.Equal(RoundRows.PageSize + 5 - 140, results.Count(r => r == Outcome.Lost));
        Assert.Equal(140, (await bureau.Selected.AllAsync("r7")).Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Publish_RepeatedAfterACrashInThePage_TellsEveryCaseOnce(bool afterEffect)
    {
        await bureau.ReleaseAsync(5);
        bureau.Records.FailCommit(4, afterEffect);
        await Assert.ThrowsAsync<IOException>(() => bureau.Publication.PublishAsync(Bureau.First, 0));
        await bureau.PublishAsync();
        await bureau.PublishAsync();
        for (var serial = 1; serial <= 5; serial++)
            Assert.Equal(2, (await bureau.Cases.ReadAsync(new(Bureau.First, serial)))!.Events);
        Assert.Equal(5, (await bureau.Selected.AllAsync("r7")).Count);
    }

    [Fact]
    public async Task Publish_CompanyThatDeclinedMeanwhile_StaysDeclinedAndMayEnterAgain()
    {
        await bureau.ReleaseAsync(3);
        await bureau.Cases.HandleAsync(Sample.CaseId, new CaseCommand.Decline(bureau.Now, "都合"));
        await bureau.PublishAsync();
        Assert.Equal(Outcome.Declined, (await bureau.CaseAsync(1)).Outcome);
        Assert.DoesNotContain(CompanyKey.Of(Bureau.Form(1)), await bureau.Selected.AllAsync("r7"));
        Assert.Equal(RoundPhase.Published, (await bureau.StateAsync()).Phase);
    }

    [Fact]
    public async Task Publish_ExcludedEntry_IsToldWhy()
    {
        await bureau.Rounds.AdvanceAsync(Bureau.First);
        await bureau.EnterManyAsync(1);
        await bureau.Entries.ReceiveAsync(Bureau.First, Bureau.Form(1), Tokyo.At("2025-05-20T10:00:00"), "again");
        await bureau.AdvanceAtAsync("2025-05-23T17:02:00");
        await bureau.AdvanceAtAsync("2025-05-23T17:32:00");
        await bureau.AdvanceAtAsync("2025-06-03T10:00:00");
        await bureau.PublishAsync();
        Assert.Equal(Step.CompanyRegistration, (await bureau.CaseAsync(1)).Step);
        Assert.Equal(Outcome.Excluded, (await bureau.CaseAsync(2)).Outcome);
    }

    [Fact]
    public async Task Publish_RoundWithoutEntries_FinishesAtOnce()
    {
        await bureau.ReleaseAsync(0);
        Assert.Null(await bureau.Publication.PublishAsync(Bureau.First, 0));
        Assert.Equal(RoundPhase.Published, (await bureau.StateAsync()).Phase);
    }

    [Fact]
    public async Task Publish_ResultThatNobodyReleased_TellsNobody()
    {
        await bureau.Rounds.AdvanceAsync(Bureau.First);
        await bureau.EnterManyAsync(2);
        await bureau.AdvanceAtAsync("2025-05-23T17:02:00");
        await bureau.AdvanceAtAsync("2025-05-23T17:32:00");
        await Assert.ThrowsAsync<InvalidOperationException>(() => bureau.Publication.PublishAsync(Bureau.First, 0));
        Assert.Equal(Step.AwaitingDraw, (await bureau.CaseAsync(1)).Step);
    }

    [Fact]
    public async Task Winner_EntersTheNextRound_IsExcludedThere()
    {
        await bureau.ReleaseAsync(1);
        await bureau.PublishAsync();
        var second = RoundId.Parse("r7-02");
        await bureau.AdvanceAtAsync("2025-06-16T09:00:00", second);
        await bureau.Entries.ReceiveAsync(second, Bureau.Form(1), bureau.Now, "second");
        await bureau.AdvanceAtAsync("2025-06-20T17:02:00", second);
        Assert.Equal(1, (await bureau.StateAsync(second)).Excluded[Exclusion.AlreadySelected]);
    }

    private async Task<List<Outcome?>> ResultsAsync(int count)
    {
        var outcomes = new List<Outcome?>();
        for (var serial = 1; serial <= count; serial++)
        {
            var state = await bureau.CaseAsync(serial);
            Assert.NotEqual(Step.AwaitingDraw, state.Step);
            Assert.Equal(4, bureau.Records.Keys(RecordSet.Cases, state.Id.ToString()).Count(k => k[0] is 'e' or 'o'));
            outcomes.Add(state.Outcome);
        }

        return outcomes;
    }
}
