using Microsoft.Extensions.DependencyInjection;
using Tedori.Programme.Approvals;
using Tedori.Programme.Serialization;
using Tedori.Testing.Cases;
using Tedori.Workflows.Approvals;
using Tedori.Workflows.Office;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Schedules;

/// <summary>What was approved and whose hint was lost the sweeper has done, on the engine of one machine.</summary>
public sealed class SweeperTimerTests
{
    private static readonly ProposedAction CloseADay =
        new ProposedAction.ChangeClosedDay(Tokyo.Day("2025-06-04"), true, "臨時閉庁");

    [Fact]
    public async Task Run_ByTheHost_HasDoneWhatAProcessThatEndedLeft()
    {
        await using var platform = await TimedPlatform.OpenAsync();
        await PutAsync(platform, "p1");
        await PutAsync(platform, "p2");

        Assert.Equal(0, await platform.RunAtAsync("2025-05-01T10:04:59"));
        Assert.Equal(ProposalState.Approved, await StateAsync(platform, "p1"));
        Assert.Equal(1, await platform.RunAtAsync("2025-05-01T10:05:00"));
        await platform.RunAtAsync("2025-05-01T10:05:01");

        Assert.Equal(ProposalState.Done, await StateAsync(platform, "p1"));
        Assert.Equal(ProposalState.Done, await StateAsync(platform, "p2"));
        await using var scope = platform.Services.CreateAsyncScope();
        Assert.True(Assert.Single(await scope.ServiceProvider.GetRequiredService<ClosedDays>().AllAsync()).Closed);
        // The rounds count anew, for which the activity must have handed its client on.
        Assert.NotNull(await platform.Client.GetInstanceAsync("round-r7-01"));
    }

    private static async Task PutAsync(TimedPlatform platform, string id)
    {
        var proposal = new Proposal(
            id, [CloseADay], "試験", "ito", "伊藤", platform.Now, ProposalState.Approved, "endo", "遠藤", platform.Now);
        var write = new Write.Insert(id, TedoriJson.Write(proposal));
        var records = platform.Services.GetRequiredService<IRecords>();
        Assert.True((await records.CommitAsync(RecordSet.Office, "proposals", [write])).Succeeded);
    }

    private static async Task<ProposalState?> StateAsync(TimedPlatform platform, string id)
    {
        await using var scope = platform.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<ProposalService>().FindAsync(id))?.State;
    }
}
