using Microsoft.DurableTask.Client;
using NodaTime;

namespace Tedori.Tests.Engine;

public sealed class PurgeTests
{
    [Fact]
    public async Task PurgeAll_ByTimeOfCreation_RemovesOnlyThose()
    {
        await using var f = await EngineFixture.StartAsync(OrderTests.Quick);
        await f.BeginAsync("Quick", "in", "first");
        await f.AdvanceAsync(Duration.FromHours(2));
        await f.BeginAsync("Quick", "in", "second");
        await f.IdleAsync();
        var hour = (EngineFixture.Epoch + Duration.FromHours(1)).ToDateTimeOffset();
        var result = await f.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter(CreatedTo: hour));
        Assert.Equal(1, result.PurgedInstanceCount);
        Assert.Null(await f.Client.GetInstanceAsync("first"));
        Assert.NotNull(await f.Client.GetInstanceAsync("second"));
    }

    [Fact]
    public async Task PurgeAll_OfRunning_RemovesNone()
    {
        await using var f = await EngineFixture.StartAsync(OrderTests.Waiting);
        await f.BeginAsync("Wait", id: "w");
        await f.IdleAsync();
        var filter = new PurgeInstancesFilter(Statuses: [OrchestrationRuntimeStatus.Running]);
        Assert.Equal(0, (await f.Client.PurgeAllInstancesAsync(filter)).PurgedInstanceCount);
        Assert.NotNull(await f.Client.GetInstanceAsync("w"));
    }

    [Fact]
    public async Task Purged_AfterARestart_StaysGoneAndItsIdIsFree()
    {
        await using var f = await EngineFixture.StartAsync(OrderTests.Quick);
        await f.BeginAsync("Quick", "one", "q");
        await f.IdleAsync();
        await f.Client.PurgeInstanceAsync("q");
        await f.ReopenAsync();
        Assert.Null(await f.Client.GetInstanceAsync("q"));
        await f.BeginAsync("Quick", "two", "q");
        await f.IdleAsync();
        Assert.Equal("two", (await f.ReadAsync("q")).ReadOutputAs<string>());
    }
}
