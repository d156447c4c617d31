using Microsoft.DurableTask.Client;
using NodaTime;
using Tedori.Testing.Engine;

namespace Tedori.Tests.Engine;

public sealed class QueryTests
{
    [Fact]
    public async Task Query_InPages_YieldsEachOnce()
    {
        await using var f = await FilledAsync();
        var sizes = new List<int>();
        await foreach (var page in f.Client.GetAllInstancesAsync(new OrchestrationQuery(PageSize: 3)).AsPages())
            sizes.Add(page.Values.Count);
        Assert.Equal([3, 1], sizes);
    }

    [Fact]
    public async Task Query_WithAForeignToken_IsRefused()
    {
        await using var f = await FilledAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => IdsAsync(f, new OrchestrationQuery(ContinuationToken: "x")));
    }

    [Fact]
    public async Task ListInstanceIds_OfTheCompleted_FindsThem()
    {
        await using var f = await FilledAsync();
        var page = await f.Client.ListInstanceIdsAsync([OrchestrationRuntimeStatus.Completed], pageSize: 2);
        Assert.Equal(["r7-07-1", "r7-07-2"], page.Values);
        var rest = await f.Client.ListInstanceIdsAsync(
            [OrchestrationRuntimeStatus.Completed], lastInstanceKey: page.ContinuationToken);
        Assert.Equal(["r7-08-1"], rest.Values);
    }

    private static async Task<EngineFixture> FilledAsync()
    {
        var f = await EngineFixture.StartAsync(r =>
        {
            OrderTests.Quick(r);
            OrderTests.Waiting(r);
        });
        await f.BeginAsync("Quick", "in", "r7-07-1");
        await f.BeginAsync("Quick", "in", "r7-07-2");
        await f.AdvanceAsync(Duration.FromHours(1));
        await f.BeginAsync("Quick", "in", "r7-08-1");
        await f.BeginAsync("Wait", id: "wait");
        await f.IdleAsync();
        return f;
    }

    private static async Task<List<string>> IdsAsync(EngineFixture f, OrchestrationQuery query)
    {
        var ids = new List<string>();
        await foreach (var found in f.Client.GetAllInstancesAsync(query)) ids.Add(found.InstanceId);
        return ids;
    }
}
