using Microsoft.DurableTask;
using Tedori.Engine;
using Tedori.Workflows.Cases;

namespace Tedori.Tests.Histories;

#pragma warning disable DURABLE2003 // code that history does not know, on purpose

/// <summary>A case that Azure Storage kept goes on with today's code.</summary>
public sealed class AzureStorageHistoryTests
{
    [Fact]
    public async Task Replay_OfTheRecordedCase_FollowsIt()
    {
        var histories = await AzureStorageHistories.ReadAsync();
        Assert.Equal(3, histories.Count);
        foreach (var history in histories)
            HistoryReplay.Run(history, AzureStorageHistories.Registry(), AzureStorageHistories.Recorded);
    }

    [Fact]
    public async Task Replay_OfCodeThatDoesSomethingElse_Fails()
    {
        var changed = new DurableTaskRegistry().AddOrchestratorFunc<object?, object?>(
            nameof(CaseOrchestrator), async (context, _) => await context.CallActivityAsync<object?>("SomethingElse"));
        foreach (var history in await AzureStorageHistories.ReadAsync())
        {
            Assert.Throws<NonDeterministicOrchestrationException>(
                () => HistoryReplay.Run(history, changed, AzureStorageHistories.Recorded));
        }
    }
}
