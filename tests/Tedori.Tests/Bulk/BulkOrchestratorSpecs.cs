using Microsoft.DurableTask.Client;
using Tedori.Workflows.Bulk;
using Tedori.Workflows.Durable;

namespace Tedori.Tests.Bulk;

/// <summary>How work on many cases runs on the engine of one machine.</summary>
public sealed class BulkOrchestratorSpecs : IAsyncDisposable
{
    private static readonly string Instance = CountedWork.Id.Instance;

    private readonly CountedWork work = new();

    [Fact]
    public async Task Run_MoreThanOneExecutionHolds_DoesEachItemOnce()
    {
        work.Total = 2 * FindOpenItems.Most + 7;
        await using var engine = await work.StartAsync();

        await engine.PlayAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await engine.ReadAsync(Instance)).RuntimeStatus);
        Assert.Equal(work.Total, work.Performed.Count);
        Assert.All(work.Performed.Values, times => Assert.Equal(1, times));
        Assert.True(work.Ended);
    }

    [Fact]
    public async Task Run_ManyItems_HasSixteenUnderWayAtOnceAndNoMore()
    {
        work.Total = 60;
        var opened = new TaskCompletionSource();
        work.Gate = (opened, 0);
        await using var engine = await work.StartAsync();

        await work.BegunAsync(16);
        Assert.Equal(16, work.Performed.Count);
        opened.SetResult();
        await engine.PlayAsync();

        Assert.Equal(60, work.Performed.Count);
        Assert.Equal(16, work.MostAtOnce);
    }

    [Fact]
    public async Task Run_WhereSomeItemsFailAgainAndAgain_DoesTheOthersAndFails()
    {
        work.Total = FindOpenItems.Most + 20;
        work.Broken = ["0001", "0002"];
        await using var engine = await work.StartAsync();

        await engine.PlayAsync();

        var failed = await engine.ReadAsync(Instance);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, failed.RuntimeStatus);
        Assert.Contains("2 items of work-w1@", failed.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
        Assert.Equal(work.Total - 2, work.Performed.Count);
        Assert.False(work.Ended);

        work.Broken = [];
        await engine.BeginAsync(OrchestratorNames.Bulk, CountedWork.Id.ToString(), Instance);
        await engine.PlayAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await engine.ReadAsync(Instance)).RuntimeStatus);
        Assert.Equal(work.Total, work.Performed.Count);
        Assert.True(work.Ended);
    }

    [Fact]
    public async Task Run_OnAnEngineThatWasOpenedAgain_GoesOn()
    {
        work.Total = 60;
        var opened = new TaskCompletionSource();
        work.Gate = (opened, 0);
        await using var engine = await work.StartAsync();
        await work.BegunAsync(16);
        var reopened = engine.ReopenAsync(adjust: o => o with { Services = work.Services });
        opened.SetResult();
        await reopened;

        await engine.PlayAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await engine.ReadAsync(Instance)).RuntimeStatus);
        Assert.Equal(60, work.Performed.Count);
        Assert.True(work.Ended);
    }

    [Theory]
    [InlineData("proposal-0f3a", "proposal", "0f3a", "")]
    [InlineData("notices-a-b@0200", "notices", "a-b", "0200")]
    [InlineData("proposal-0f3a@0001.00017", "proposal", "0f3a", "0001.00017")]
    public void Id_Written_IsReadAgain(string text, string kind, string id, string after)
    {
        Assert.Equal(new BulkId(kind, id, after), BulkId.Parse(text));
        Assert.Equal(text, new BulkId(kind, id, after).ToString());
        Assert.Equal($"bulk-{kind}-{id}", BulkId.Parse(text).Instance);
    }

    [Fact]
    public void Id_WithoutAKind_IsNone() => Assert.Throws<FormatException>(() => BulkId.Parse("proposal"));

    public ValueTask DisposeAsync() => work.DisposeAsync();
}
