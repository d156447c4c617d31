using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using NodaTime;

namespace Tedori.Tests.Engine;

public sealed class QueryTests
{
    [Fact]
    public async Task Query_ByPrefix_FindsTheMatching()
    {
        await using var f = await FilledAsync();
        Assert.Equal(["r7-07-1", "r7-07-2"], await IdsAsync(f, new OrchestrationQuery(InstanceIdPrefix: "r7-07-")));
    }

    [Fact]
    public async Task Query_ByStatus_FindsTheMatching()
    {
        await using var f = await FilledAsync();
        var query = new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Running]);
        Assert.Equal(["wait"], await IdsAsync(f, query));
    }

    [Fact]
    public async Task Query_ByTimeOfCreation_FindsTheMatching()
    {
        await using var f = await FilledAsync();
        var later = (EngineFixture.Epoch + Duration.FromMinutes(30)).ToDateTimeOffset();
        Assert.Equal(["r7-08-1", "wait"], await IdsAsync(f, new OrchestrationQuery(CreatedFrom: later)));
        Assert.Equal(["r7-07-1", "r7-07-2"], await IdsAsync(f, new OrchestrationQuery(CreatedTo: later)));
    }

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
    public async Task Query_FromAContinuationToken_GoesOn()
    {
        await using var f = await FilledAsync();
        var pages = f.Client.GetAllInstancesAsync(new OrchestrationQuery(PageSize: 2));
        string? token = null;
        await foreach (var page in pages.AsPages())
        {
            token = page.ContinuationToken;
            break;
        }
        Assert.Equal(["r7-08-1", "wait"], await IdsAsync(f, new OrchestrationQuery(ContinuationToken: token)));
    }

    [Fact]
    public async Task Query_WithAForeignToken_IsRefused()
    {
        await using var f = await FilledAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => IdsAsync(f, new OrchestrationQuery(ContinuationToken: "x")));
    }

    [Fact]
    public async Task Query_WithInputs_BringsThem()
    {
        await using var f = await FilledAsync();
        var query = new OrchestrationQuery(InstanceIdPrefix: "r7-08", FetchInputsAndOutputs: true);
        await foreach (var found in f.Client.GetAllInstancesAsync(query))
            Assert.Equal("in", found.ReadInputAs<string>());
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

    [Fact]
    public async Task CustomStatus_Set_IsSeenWhileRunning()
    {
        await using var f = await EngineFixture.StartAsync(r => r.AddOrchestratorFunc("Status", async c =>
        {
            c.SetCustomStatus(new { Step = "filing" });
            await c.WaitForExternalEvent<int>("x");
            c.SetCustomStatus(null);
        }));
        await f.BeginAsync("Status", id: "s");
        await f.IdleAsync();
        Assert.Equal("{\"step\":\"filing\"}", (await f.ReadAsync("s")).SerializedCustomStatus);
        await f.Client.RaiseEventAsync("s", "x", 1);
        await f.IdleAsync();
        Assert.Null((await f.ReadAsync("s")).SerializedCustomStatus);
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
