using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Moq;
using NodaTime;
using Tedori.Functions.Schedules;
using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Serialization;
using Tedori.Tests.Cases;
using Tedori.Tests.Workflows;
using Tedori.Workflows.Approvals;
using Tedori.Workflows.Durable;
using Tedori.Workflows.Office;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Schedules;

public sealed class UnfinishedTimerTests
{
    private static readonly ProposedAction CloseADay =
        new ProposedAction.ChangeClosedDay(Tokyo.Day("2025-06-04"), true, "臨時閉庁");

    private readonly FakeLogger<UnfinishedTimer> log = new();

    [Fact]
    public async Task Run_ByTheHost_FinishesWhatAProcessThatEndedLeft()
    {
        await using var platform = await TimedPlatform.OpenAsync();
        await PutAsync(
            platform.Services.GetRequiredService<IRecords>(), "p1", ProposalState.Approved, platform.Now, CloseADay);

        await platform.RunAtAsync("2025-05-01T10:01:59");
        Assert.Equal(ProposalState.Approved, await StateAsync(platform, "p1"));
        Assert.Equal(1, await platform.RunAtAsync("2025-05-01T10:02:00"));

        Assert.Equal(ProposalState.Done, await StateAsync(platform, "p1"));
        await using var scope = platform.Services.CreateAsyncScope();
        Assert.True(Assert.Single(await scope.ServiceProvider.GetRequiredService<ClosedDays>().AllAsync()).Closed);
        // The rounds count anew, for which the timer must have handed its client on.
        Assert.NotNull(await platform.Client.GetInstanceAsync("round-r7-01"));
    }

    [Fact]
    public async Task Run_WithNothingLeft_SaysNothing()
    {
        var office = new ActingOffice();
        await office.DecideAsync(CloseADay);
        await PutAsync(office.Office.Records, "p9", ProposalState.Open, office.Office.Now, CloseADay);
        var commits = office.Office.Records.Commits.Count;

        await RunAsync(office);

        Assert.Empty(log.Collector.GetSnapshot());
        Assert.Equal(commits, office.Office.Records.Commits.Count);
        Assert.Equal(ProposalState.Open, (await office.Proposals.FindAsync("p9"))?.State);
    }

    [Fact]
    public async Task Run_WithSomethingLeft_SaysHowMuch()
    {
        var office = new ActingOffice();
        foreach (var id in (string[])["p1", "p2"])
            await PutAsync(office.Office.Records, id, ProposalState.Approved, office.Office.Now, CloseADay);

        await RunAsync(office);

        var line = Assert.Single(log.Collector.GetSnapshot());
        Assert.Equal((LogLevel.Warning, "2 proposals or jobs were gone on with."), (line.Level, line.Message));
    }

    [Fact]
    public async Task Run_WhereOneFails_FinishesTheOthersAndFails()
    {
        var office = new ActingOffice();
        var broken = new ProposedAction.Promote(RoundId.Parse("r9-01"));
        await PutAsync(office.Office.Records, "p1", ProposalState.Approved, office.Office.Now, broken, CloseADay);
        await PutAsync(office.Office.Records, "p2", ProposalState.Approved, office.Office.Now, CloseADay);

        var failures = await Assert.ThrowsAsync<AggregateException>(() => RunAsync(office));

        Assert.IsType<KeyNotFoundException>(Assert.Single(failures.InnerExceptions));
        Assert.Equal(ProposalState.Approved, (await office.Proposals.FindAsync("p1"))?.State);
        Assert.Equal(ProposalState.Done, (await office.Proposals.FindAsync("p2"))?.State);
    }

    private Task RunAsync(ActingOffice office) =>
        new UnfinishedTimer(office.Unfinished, log)
            .RunAsync(new TimerInfo(), new Mock<DurableTaskClient>("client").Object, CancellationToken.None);

    private static async Task PutAsync(
        IRecords records, string id, ProposalState state, Instant at, params ProposedAction[] actions)
    {
        var proposal = new Proposal(id, actions, "試験", "ito", "伊藤", at, state, "endo", "遠藤", at);
        var write = new Write.Insert(id, TedoriJson.Write(proposal));
        Assert.True((await records.CommitAsync(RecordSet.Office, "proposals", [write])).Succeeded);
    }

    private static async Task<ProposalState?> StateAsync(TimedPlatform platform, string id)
    {
        await using var scope = platform.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<ProposalService>().FindAsync(id))?.State;
    }
}
