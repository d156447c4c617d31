using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Cases;
using Tedori.Programme.Lottery;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Records;
using Tedori.Workflows.Rounds;
using Tedori.Workflows.Sweeping;

namespace Tedori.Tests.Workflows;

public sealed class SweeperSpecs
{
    private const string Entered = "r7-01-00001.entryReceived.0001";
    private readonly TestOffice office = new();

    [Fact]
    public async Task Sweep_NothingDue_IsCleanAndQuiet()
    {
        await office.Rounds.AdvanceAsync(TestOffice.First);
        await office.EnterAsync(1);
        await office.Notices.SendAsync(NoticeId.Parse(Entered));
        office.Hints.Given.Clear();
        var commits = office.Records.Commits.Count;
        var report = await office.Sweeper.SweepAsync();
        Assert.Equal(new SweepReport(10, 1, 0, 0, 0), report);
        Assert.True(report.Clean);
        Assert.Empty(office.Hints.Given);
        Assert.Equal(commits, office.Records.Commits.Count);
    }

    [Fact]
    public async Task Sweep_EntryWhoseCaseWasNotOpened_OpensIt()
    {
        office.Records.FailCommit(2, afterEffect: false);
        await Assert.ThrowsAsync<IOException>(() => office.EnterAsync(1));
        Assert.Equal(1, (await office.Sweeper.SweepAsync()).Unopened);
        Assert.Equal(Step.AwaitingDraw, (await office.CaseAsync(1)).Step);
        Assert.Equal(Tokyo.At("2025-05-19T09:00:00"), (await office.CaseAsync(1)).EnteredAt);
        Assert.Contains("opened r7-01-00001", office.Hints.Given);
        Assert.Equal(0, (await office.Sweeper.SweepAsync()).Unopened);
    }

    [Theory]
    [InlineData("2025-05-19T09:04:59.999", 0)]
    [InlineData("2025-05-19T09:05:00", 1)]
    public async Task Sweep_NoticeWhoseHintWasLost_IsHintedAgainAfterFiveMinutes(string at, int unsent)
    {
        office.Hints.Losing = true;
        await office.EnterAsync(1);
        office.Hints.Losing = false;
        office.Clock.Reset(Tokyo.At(at));
        Assert.Equal(unsent, (await office.Sweeper.SweepAsync()).Unsent);
        Assert.Equal(unsent, office.Hints.Given.Count(h => h == $"pending {Entered}"));
    }

    [Theory]
    [InlineData("2025-06-24T09:04:59.999", 0)]
    [InlineData("2025-06-24T09:05:00", 1)]
    public async Task Sweep_NoticeThatWaitsForTheOpeningHour_IsMissedOnlyAfterThat(string at, int unsent)
    {
        await office.ReleaseAsync(1);
        await office.PublishAsync();
        foreach (var sent in await office.Records.BodiesAsync(CaseRows.OutboxOf(new(TestOffice.First, 1))).ToListAsync())
            await office.Notices.SendAsync(sent.Id);
        office.Clock.Reset(Tokyo.At("2025-06-24T00:00:00"));
        await office.Cases.HandleAsync(new(TestOffice.First, 1), new CaseCommand.PassTime(office.Now));

        office.Clock.Reset(Tokyo.At(at));

        Assert.Equal(unsent, (await office.Sweeper.SweepAsync()).Unsent);
    }

    [Theory]
    [InlineData("2025-05-26T10:14:59.999", 0)]
    [InlineData("2025-05-26T10:15:00", 1)]
    public async Task Sweep_ProposalWhoseHintWasLost_IsHintedAtAndCountedWhereItTakesLong(string at, int unfinished)
    {
        var acting = await new ActingOffice().WithWinnersAsync(1);
        acting.Office.Hints.Losing = true;
        await acting.ApproveAsync(new ProposedAction.RevokeLinks(new(TestOffice.First, 1), 1));
        acting.Office.Hints.Losing = false;
        acting.Office.Clock.Reset(Tokyo.At(at));

        Assert.Equal(unfinished, (await acting.Office.Sweeper.SweepAsync()).Unfinished);

        Assert.Equal(["bulk proposal-p1"], acting.Office.Hints.Given.Where(h => h.StartsWith("bulk", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Sweep_ProposalThatIsDone_IsQuiet()
    {
        var acting = await new ActingOffice().WithWinnersAsync(1);
        await acting.DecideAsync(new ProposedAction.RevokeLinks(new(TestOffice.First, 1), 1));
        acting.Office.Hints.Given.Clear();

        Assert.Equal(0, (await acting.Office.Sweeper.RearmAsync()).Unfinished);

        Assert.DoesNotContain(acting.Office.Hints.Given, h => h.StartsWith("bulk", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sweep_WhereOneCaseIsDamaged_SweepsTheOthersAndFailsWithItsRow()
    {
        office.Hints.Losing = true;
        await office.EnterManyAsync(3);
        office.Hints.Losing = false;
        await office.Records.CommitAsync(
            RecordSet.Cases, "r7-01-00002", [new Write.Upsert("snapshot", "{")]);
        office.Clock.Reset(Tokyo.At("2025-05-19T09:05:00"));

        var e = await Assert.ThrowsAsync<DamagedRowException>(() => office.Sweeper.SweepAsync());

        Assert.Contains("the row 'snapshot' of 'r7-01-00002' cannot be read", e.Message, StringComparison.Ordinal);
        Assert.Equal(
            ["pending r7-01-00001.entryReceived.0001", "pending r7-01-00003.entryReceived.0001"],
            office.Hints.Given.Where(h => h.StartsWith("pending ", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public async Task Sweep_CaseWithSomethingDue_DoesItAndWakesTheCase()
    {
        await WonAsync();
        office.Clock.Reset(Tokyo.At("2025-06-24T00:00:00"));
        office.Hints.Given.Clear();
        var report = await office.Sweeper.SweepAsync();
        Assert.Equal(1, report.Late);
        Assert.False(report.Clean);
        Assert.Equal(Outcome.Lapsed, (await office.CaseAsync(1)).Outcome);
        Assert.Contains("opened r7-01-00001", office.Hints.Given);
        Assert.Contains("changed r7-01-00001", office.Hints.Given);
        Assert.Equal(0, (await office.Sweeper.SweepAsync()).Late);
    }

    [Fact]
    public async Task Sweep_RoundWhoseTimerNeverFired_MovesItOn()
    {
        office.Clock.Reset(Tokyo.At("2025-05-23T17:02:00"));
        await office.Sweeper.SweepAsync();
        Assert.Equal(RoundPhase.Sealed, (await office.StateAsync()).Phase);
        Assert.Contains("opened r7-01", office.Hints.Given);
        Assert.DoesNotContain("opened r7-02", office.Hints.Given);
    }

    [Fact]
    public async Task Sweep_ReleasedRoundThatIsNotPublished_StartsItAgain()
    {
        await office.ReleaseAsync(2);
        office.Hints.Given.Clear();
        await office.Sweeper.SweepAsync();
        Assert.Contains("opened r7-01", office.Hints.Given);
        Assert.Contains("changed r7-01", office.Hints.Given);
    }

    [Fact]
    public async Task Sweep_ClosedCaseWithoutWaitingNotices_IsPassedByFromThenOn()
    {
        await office.EnterAsync(1);
        await office.Cases.HandleAsync(Sample.CaseId, new CaseCommand.Decline(office.Now, "都合"));
        await office.Sweeper.SweepAsync();
        Assert.False(await ClosedAsync());
        await office.Notices.SendAsync(NoticeId.Parse(Entered));
        await office.Notices.SendAsync(NoticeId.Parse("r7-01-00001.leavingReceived.0002"));
        await office.Sweeper.SweepAsync();
        Assert.True(await ClosedAsync());
        // No more is read of it: what else its row holds may be anything.
        await office.Records.CommitAsync(
            RecordSet.Rounds, "r7-01",
            [new Write.Upsert(RoundRows.Entry(Sample.CaseId).Key, """{"caseId":"r7-01-00001","closed":true,"form":0}""")]);
        await Assert.ThrowsAsync<DamagedRowException>(() => office.RoundRecords.EntriesAsync(TestOffice.First));
        Assert.Equal(0, (await office.Sweeper.SweepAsync()).Cases);
    }

    [Fact]
    public async Task Sweep_LapsedCase_StaysInSightBecauseThePostMayReinstateIt()
    {
        await WonAsync();
        await office.Cases.HandleAsync(Sample.CaseId, new CaseCommand.PassTime(Tokyo.At("2025-06-24T00:00:00")));
        foreach (var id in new[] { Entered, "r7-01-00001.resultWon.0002", "r7-01-00001.lapsed.0003" })
            await office.Notices.SendAsync(NoticeId.Parse(id));
        await office.Sweeper.SweepAsync();
        Assert.False(await ClosedAsync());
    }

    [Fact]
    public async Task Sweep_ByTwoAtOnce_DoesEverythingOnce()
    {
        await WonAsync();
        office.Clock.Reset(Tokyo.At("2025-06-24T00:00:00"));
        await Task.WhenAll(office.Sweeper.SweepAsync(), office.Sweeper.SweepAsync());
        Assert.Equal(3, (await office.Cases.ReadAsync(Sample.CaseId))!.Events);
    }

    [Fact]
    public async Task Rearm_EmptyTaskHub_HintsEveryRoundCaseAndNotice()
    {
        await office.Rounds.AdvanceAsync(TestOffice.First);
        await office.EnterManyAsync(2);
        office.Hints.Given.Clear();
        await office.Sweeper.RearmAsync();
        string[] below =
            ["opened r7-01-00001", "opened r7-01-00002", $"pending {Entered}",
                "pending r7-01-00002.entryReceived.0001"];
        var expected = Enumerable.Range(1, 10).Select(n => $"opened r7-{n:00}").Concat(below);
        var started = office.Hints.Given.Where(h => !h.StartsWith("changed", StringComparison.Ordinal));
        Assert.Equal(expected.Order(), started.Order());
    }

    [Fact]
    public async Task Rearm_PublishedRoundAndClosedCase_AreLeftAlone()
    {
        await office.ReleaseAsync(1);
        await office.PublishAsync();
        await office.Cases.HandleAsync(Sample.CaseId, new CaseCommand.Decline(office.Now, "都合"));
        office.Hints.Given.Clear();
        await office.Sweeper.RearmAsync();
        Assert.DoesNotContain("opened r7-01", office.Hints.Given);
        Assert.DoesNotContain("opened r7-01-00001", office.Hints.Given);
    }

    private async Task WonAsync()
    {
        await office.ReleaseAsync(1);
        await office.PublishAsync();
    }

    private async Task<bool> ClosedAsync() =>
        Assert.Single(await office.RoundRecords.EntriesAsync(TestOffice.First)).Entry.Closed;
}
