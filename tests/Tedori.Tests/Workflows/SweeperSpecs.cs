using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Lottery;
using Tedori.Tests.Cases;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Records;
using Tedori.Workflows.Rounds;
using Tedori.Workflows.Sweeping;

namespace Tedori.Tests.Workflows;

public sealed class SweeperSpecs
{
    private const string Entered = "r7-01-00001.entryReceived.0001";
    private readonly Bureau bureau = new();

    [Fact]
    public async Task Sweep_NothingDue_IsCleanAndQuiet()
    {
        await bureau.Rounds.AdvanceAsync(Bureau.First);
        await bureau.EnterAsync(1);
        await bureau.Notices.SendAsync(NoticeId.Parse(Entered));
        bureau.Hints.Given.Clear();
        var commits = bureau.Records.Commits.Count;
        var report = await bureau.Sweeper.SweepAsync();
        Assert.Equal(new SweepReport(10, 1, 0, 0, 0), report);
        Assert.True(report.Clean);
        Assert.Empty(bureau.Hints.Given);
        Assert.Equal(commits, bureau.Records.Commits.Count);
    }

    [Fact]
    public async Task Sweep_EntryWhoseCaseWasNotOpened_OpensIt()
    {
        bureau.Records.FailCommit(2, afterEffect: false);
        await Assert.ThrowsAsync<IOException>(() => bureau.EnterAsync(1));
        Assert.Equal(1, (await bureau.Sweeper.SweepAsync()).Unopened);
        Assert.Equal(Step.AwaitingDraw, (await bureau.CaseAsync(1)).Step);
        Assert.Equal(Tokyo.At("2025-05-19T09:00:00"), (await bureau.CaseAsync(1)).EnteredAt);
        Assert.Contains("opened r7-01-00001", bureau.Hints.Given);
        Assert.Equal(0, (await bureau.Sweeper.SweepAsync()).Unopened);
    }

    [Theory]
    [InlineData("2025-05-19T09:04:59.999", 0)]
    [InlineData("2025-05-19T09:05:00", 1)]
    public async Task Sweep_NoticeWhoseHintWasLost_IsHintedAgainAfterFiveMinutes(string at, int unsent)
    {
        bureau.Hints.Losing = true;
        await bureau.EnterAsync(1);
        bureau.Hints.Losing = false;
        bureau.Clock.Reset(Tokyo.At(at));
        Assert.Equal(unsent, (await bureau.Sweeper.SweepAsync()).Unsent);
        Assert.Equal(unsent, bureau.Hints.Given.Count(h => h == $"pending {Entered}"));
    }

    [Fact]
    public async Task Sweep_WhereOneCaseIsDamaged_SweepsTheOthersAndFailsWithItsRow()
    {
        bureau.Hints.Losing = true;
        await bureau.EnterManyAsync(3);
        bureau.Hints.Losing = false;
        await bureau.Records.CommitAsync(
            RecordSet.Cases, "r7-01-00002", [new Write.Upsert(CaseRows.Snapshot, "{")]);
        bureau.Clock.Reset(Tokyo.At("2025-05-19T09:05:00"));

        var e = await Assert.ThrowsAsync<DamagedRowException>(() => bureau.Sweeper.SweepAsync());

        Assert.Contains("the row 'snapshot' of 'r7-01-00002' cannot be read", e.Message, StringComparison.Ordinal);
        Assert.Equal(
            ["pending r7-01-00001.entryReceived.0001", "pending r7-01-00003.entryReceived.0001"],
            bureau.Hints.Given.Where(h => h.StartsWith("pending ", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public async Task Sweep_CaseWithSomethingDue_DoesItAndWakesTheCase()
    {
        await WonAsync();
        bureau.Clock.Reset(Tokyo.At("2025-06-24T00:00:00"));
        bureau.Hints.Given.Clear();
        var report = await bureau.Sweeper.SweepAsync();
        Assert.Equal(1, report.Late);
        Assert.False(report.Clean);
        Assert.Equal(Outcome.Lapsed, (await bureau.CaseAsync(1)).Outcome);
        Assert.Contains("opened r7-01-00001", bureau.Hints.Given);
        Assert.Contains("changed r7-01-00001", bureau.Hints.Given);
        Assert.Equal(0, (await bureau.Sweeper.SweepAsync()).Late);
    }

    [Fact]
    public async Task Sweep_RoundWhoseTimerNeverFired_MovesItOn()
    {
        bureau.Clock.Reset(Tokyo.At("2025-05-23T17:02:00"));
        await bureau.Sweeper.SweepAsync();
        Assert.Equal(RoundPhase.Sealed, (await bureau.StateAsync()).Phase);
        Assert.Contains("opened r7-01", bureau.Hints.Given);
        Assert.DoesNotContain("opened r7-02", bureau.Hints.Given);
    }

    [Fact]
    public async Task Sweep_ReleasedRoundThatIsNotPublished_StartsItAgain()
    {
        await bureau.ReleaseAsync(2);
        bureau.Hints.Given.Clear();
        await bureau.Sweeper.SweepAsync();
        Assert.Contains("opened r7-01", bureau.Hints.Given);
        Assert.Contains("changed r7-01", bureau.Hints.Given);
    }

    [Fact]
    public async Task Sweep_ClosedCaseWithoutWaitingNotices_IsPassedByFromThenOn()
    {
        await bureau.EnterAsync(1);
        await bureau.Cases.HandleAsync(Sample.CaseId, new CaseCommand.Decline(bureau.Now, "都合"));
        await bureau.Sweeper.SweepAsync();
        Assert.False(await ClosedAsync());
        await bureau.Notices.SendAsync(NoticeId.Parse(Entered));
        await bureau.Notices.SendAsync(NoticeId.Parse("r7-01-00001.leavingReceived.0002"));
        await bureau.Sweeper.SweepAsync();
        Assert.True(await ClosedAsync());
        Assert.Equal(0, (await bureau.Sweeper.SweepAsync()).Cases);
    }

    [Fact]
    public async Task Sweep_LapsedCase_StaysInSightBecauseThePostMayReinstateIt()
    {
        await WonAsync();
        await bureau.Cases.HandleAsync(Sample.CaseId, new CaseCommand.PassTime(Tokyo.At("2025-06-24T00:00:00")));
        foreach (var id in new[] { Entered, "r7-01-00001.resultWon.0002", "r7-01-00001.lapsed.0003" })
            await bureau.Notices.SendAsync(NoticeId.Parse(id));
        await bureau.Sweeper.SweepAsync();
        Assert.False(await ClosedAsync());
    }

    [Fact]
    public async Task Sweep_ByTwoAtOnce_DoesEverythingOnce()
    {
        await WonAsync();
        bureau.Clock.Reset(Tokyo.At("2025-06-24T00:00:00"));
        await Task.WhenAll(bureau.Sweeper.SweepAsync(), bureau.Sweeper.SweepAsync());
        Assert.Equal(3, (await bureau.Cases.ReadAsync(Sample.CaseId))!.Events);
    }

    [Fact]
    public async Task Rearm_EmptyTaskHub_HintsEveryRoundCaseAndNotice()
    {
        await bureau.Rounds.AdvanceAsync(Bureau.First);
        await bureau.EnterManyAsync(2);
        bureau.Hints.Given.Clear();
        await bureau.Sweeper.RearmAsync();
        string[] below =
            ["opened r7-01-00001", "opened r7-01-00002", $"pending {Entered}",
                "pending r7-01-00002.entryReceived.0001"];
        var expected = Enumerable.Range(1, 10).Select(n => $"opened r7-{n:00}").Concat(below);
        var started = bureau.Hints.Given.Where(h => !h.StartsWith("changed", StringComparison.Ordinal));
        Assert.Equal(expected.Order(), started.Order());
    }

    [Fact]
    public async Task Rearm_PublishedRoundAndClosedCase_AreLeftAlone()
    {
        await bureau.ReleaseAsync(1);
        await bureau.PublishAsync();
        await bureau.Cases.HandleAsync(Sample.CaseId, new CaseCommand.Decline(bureau.Now, "都合"));
        bureau.Hints.Given.Clear();
        await bureau.Sweeper.RearmAsync();
        Assert.DoesNotContain("opened r7-01", bureau.Hints.Given);
        Assert.DoesNotContain("opened r7-01-00001", bureau.Hints.Given);
    }

    private async Task WonAsync()
    {
        await bureau.ReleaseAsync(1);
        await bureau.PublishAsync();
    }

    private async Task<bool> ClosedAsync() =>
        Assert.Single(await bureau.RoundRecords.EntriesAsync(Bureau.First)).Entry.Closed;
}
