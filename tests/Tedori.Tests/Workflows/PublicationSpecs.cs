using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Entries;
using Tedori.Programme.Lottery;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Records;
using Tedori.Workflows.Rounds;

namespace Tedori.Tests.Workflows;

public sealed class PublicationSpecs
{
    private readonly TestOffice office = new();

    [Fact]
    public async Task Publish_TwoPages_TellsEveryCaseOnceAndFinishes()
    {
        await office.ReleaseAsync(RoundRows.PageSize + 5);
        Assert.Equal(1, await office.Publication.PublishAsync(TestOffice.First, 0));
        Assert.Equal(RoundPhase.Released, (await office.StateAsync()).Phase);
        Assert.Equal(2, await office.Publication.PublishAsync(TestOffice.First, 1));
        Assert.Null(await office.Publication.PublishAsync(TestOffice.First, 2));
        var state = await office.StateAsync();
        Assert.Equal((RoundPhase.Published, office.Now), (state.Phase, state.PublishedAt));
        var results = await ResultsAsync(RoundRows.PageSize + 5);
        Assert.Equal(140, results.Count(r => r is null));
        Assert.Equal(RoundRows.PageSize + 5 - 140, results.Count(r => r == Outcome.Lost));
        Assert.Equal(140, await SelectedAsync(RoundRows.PageSize + 5));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Publish_RepeatedAfterACrashInThePage_TellsEveryCaseOnce(bool afterEffect)
    {
        await office.ReleaseAsync(5);
        office.Records.FailCommit(4, afterEffect);
        await Assert.ThrowsAsync<IOException>(() => office.Publication.PublishAsync(TestOffice.First, 0));
        await office.PublishAsync();
        await office.PublishAsync();
        for (var serial = 1; serial <= 5; serial++)
            Assert.Equal(2, (await office.Cases.ReadAsync(new(TestOffice.First, serial)))!.Events);
        Assert.Equal(5, await SelectedAsync(5));
    }

    [Fact]
    public async Task Publish_CompanyThatDeclinedMeanwhile_StaysDeclinedAndMayEnterAgain()
    {
        await office.ReleaseAsync(3);
        await office.Cases.HandleAsync(Sample.CaseId, new CaseCommand.Decline(office.Now, "都合"));
        await office.PublishAsync();
        Assert.Equal(Outcome.Declined, (await office.CaseAsync(1)).Outcome);
        Assert.False(await KnowsAsync(1));
        Assert.True(await KnowsAsync(2));
        Assert.Equal(RoundPhase.Published, (await office.StateAsync()).Phase);
    }

    [Fact]
    public async Task Publish_ExcludedEntry_IsToldWhy()
    {
        await office.Rounds.AdvanceAsync(TestOffice.First);
        await office.EnterManyAsync(1);
        await office.Entries.ReceiveAsync(
            TestOffice.First, TestOffice.Form(2) with { Employees = 301 }, Tokyo.At("2025-05-20T10:00:00"), "big");
        await office.AdvanceAtAsync("2025-05-23T17:02:00");
        await office.AdvanceAtAsync("2025-05-23T17:32:00");
        await office.AdvanceAtAsync("2025-06-03T10:00:00");
        await office.PublishAsync();
        Assert.Equal(Step.CompanyRegistration, (await office.CaseAsync(1)).Step);
        Assert.Equal(Outcome.Excluded, (await office.CaseAsync(2)).Outcome);
    }

    [Fact]
    public async Task Publish_RoundWithoutEntries_FinishesAtOnce()
    {
        await office.ReleaseAsync(0);
        Assert.Null(await office.Publication.PublishAsync(TestOffice.First, 0));
        Assert.Equal(RoundPhase.Published, (await office.StateAsync()).Phase);
    }

    [Fact]
    public async Task Publish_ResultThatNobodyReleased_TellsNobody()
    {
        await office.Rounds.AdvanceAsync(TestOffice.First);
        await office.EnterManyAsync(2);
        await office.AdvanceAtAsync("2025-05-23T17:02:00");
        await office.AdvanceAtAsync("2025-05-23T17:32:00");
        await Assert.ThrowsAsync<InvalidOperationException>(() => office.Publication.PublishAsync(TestOffice.First, 0));
        Assert.Equal(Step.AwaitingDraw, (await office.CaseAsync(1)).Step);
    }

    [Fact]
    public async Task Winner_EntersTheNextRound_IsExcludedThere()
    {
        await office.ReleaseAsync(1);
        await office.PublishAsync();
        var second = RoundId.Parse("r7-02");
        await office.AdvanceAtAsync("2025-06-16T09:00:00", second);
        await office.Entries.ReceiveAsync(second, TestOffice.Form(1), office.Now, "second");
        await office.AdvanceAtAsync("2025-06-20T17:02:00", second);
        Assert.Equal(1, (await office.StateAsync(second)).Excluded[Exclusion.AlreadySelected]);
    }

    private Task<bool> KnowsAsync(int n) => office.Selected.KnowsAsync(
        "r7", CompanyKeys.Of(TestOffice.Form(n), Sample.R7.Entry.Reading));

    private async Task<int> SelectedAsync(int count)
    {
        var known = 0;
        for (var n = 1; n <= count; n++)
            known += await KnowsAsync(n) ? 1 : 0;
        return known;
    }

    private async Task<List<Outcome?>> ResultsAsync(int count)
    {
        var outcomes = new List<Outcome?>();
        for (var serial = 1; serial <= count; serial++)
        {
            var state = await office.CaseAsync(serial);
            Assert.NotEqual(Step.AwaitingDraw, state.Step);
            Assert.Equal(4, office.Records.Keys(RecordSet.Cases, state.Id.ToString()).Count(k => k[0] is 'e' or 'o'));
            outcomes.Add(state.Outcome);
        }

        return outcomes;
    }
}
