using Microsoft.DurableTask.Client;
using Tedori.Tests.Conformance.Backends;

namespace Tedori.Tests.Conformance;

public abstract class QuerySpecs(BackendKind kind, HubEmulator? emulator) : BackendSpecs(kind, emulator)
{
    private DateTimeOffset between;

    [SkippableFact]
    public Task Query_ByPrefix_FindsTheMatching() => FilledAsync(async b => Assert.Equal(
        ["r7-07-1", "r7-07-2"], await IdsAsync(b, new OrchestrationQuery(InstanceIdPrefix: "r7-07-"))));

    [SkippableFact]
    public Task Query_ByStatus_FindsTheMatching() => FilledAsync(async b => Assert.Equal(
        ["r7-wait"], await IdsAsync(b, Of(new(Statuses: [OrchestrationRuntimeStatus.Running])))));

    [SkippableFact]
    public Task Query_ByTimeOfCreation_FindsTheMatching() => FilledAsync(async b =>
    {
        Assert.Equal(["r7-08-1", "r7-wait"], await IdsAsync(b, Of(new(CreatedFrom: between))));
        Assert.Equal(["r7-07-1", "r7-07-2"], await IdsAsync(b, Of(new(CreatedTo: between))));
    });

    [SkippableFact]
    public Task Query_InPages_YieldsEachOnce() => FilledAsync(async b =>
    {
        var found = new List<string>();
        var query = Of(new(PageSize: 2));
        await foreach (var page in b.Client.GetAllInstancesAsync(query).AsPages())
        {
            Assert.InRange(page.Values.Count, 0, 2);
            found.AddRange(page.Values.Select(m => m.InstanceId));
        }
        Assert.Equal(["r7-07-1", "r7-07-2", "r7-08-1", "r7-wait"], found.Order(StringComparer.Ordinal));
    });

    [SkippableFact]
    public Task Query_FromAContinuationToken_GoesOn() => FilledAsync(async b =>
    {
        var found = new List<string>();
        string? token = null;
        await foreach (var page in b.Client.GetAllInstancesAsync(Of(new(PageSize: 2))).AsPages())
        {
            found.AddRange(page.Values.Select(m => m.InstanceId));
            token = page.ContinuationToken;
            break;
        }
        found.AddRange(await IdsAsync(b, Of(new(ContinuationToken: token))));
        Assert.Equal(["r7-07-1", "r7-07-2", "r7-08-1", "r7-wait"], found.Order(StringComparer.Ordinal));
    });

    [SkippableFact]
    public Task Query_WithAForeignToken_IsRefused() => FilledAsync(async b =>
        Assert.NotNull(await Record.ExceptionAsync(() => IdsAsync(b, Of(new(ContinuationToken: "x"))))));

    [SkippableFact]
    public Task Query_WithInputs_BringsThem() => FilledAsync(async b =>
    {
        var query = new OrchestrationQuery(InstanceIdPrefix: "r7-08", FetchInputsAndOutputs: true);
        var found = new List<string?>();
        await foreach (var one in b.Client.GetAllInstancesAsync(query)) found.Add(one.ReadInputAs<string>());
        Assert.Equal(["in"], found);
    });

    [SkippableFact]
    public Task ListInstanceIds_OfTheCompleted_FindsThem() => FilledAsync(async b =>
    {
        var page = await b.Client.ListInstanceIdsAsync([OrchestrationRuntimeStatus.Completed]);
        Assert.Equal(
            ["r7-07-1", "r7-07-2", "r7-08-1"], page.Values.Where(i => i.StartsWith("r7", StringComparison.Ordinal)));
    });

    [SkippableFact]
    public Task CustomStatus_Set_IsSeenWhileRunning() => SpecAsync(
        r => r.AddOrchestratorFunc("Status", async c =>
        {
            c.SetCustomStatus(new { Step = "filing" });
            await c.WaitForExternalEvent<int>("x");
            c.SetCustomStatus(null);
        }),
        async b =>
        {
            await b.BeginAsync("Status", id: "s");
            await b.UntilAsync("s", m => m.SerializedCustomStatus is { } s
                && s.Equals("""{"step":"filing"}""", StringComparison.OrdinalIgnoreCase));
            await b.RaiseAsync("s", "x", 1);
            Assert.Null((await b.EndAsync("s")).ReadCustomStatusAs<object>());
        });

    private Task FilledAsync(
        Func<Backend, Task> spec, [System.Runtime.CompilerServices.CallerMemberName] string name = "") => SpecAsync(
        r =>
        {
            Samples.Quick(r);
            Samples.Waiting(r);
        },
        async b =>
        {
            await b.BeginAsync("Quick", "in", "r7-07-1");
            await b.BeginAsync("Quick", "in", "r7-07-2");
            await b.PassAsync(TimeSpan.FromMilliseconds(100));
            between = b.Now;
            await b.PassAsync(TimeSpan.FromMilliseconds(100));
            await b.BeginAsync("Quick", "in", "r7-08-1");
            await b.BeginAsync("Wait", id: "r7-wait");
            foreach (var id in (string[])["r7-07-1", "r7-07-2", "r7-08-1"]) await b.EndAsync(id);
            await b.UntilAsync("r7-wait", m => m.RuntimeStatus == OrchestrationRuntimeStatus.Running);
            await spec(b);
        },
        name: name);

    // A back end may run instances of its own beside those of the spec.
    private static OrchestrationQuery Of(OrchestrationQuery query) => query with { InstanceIdPrefix = "r7-" };

    private static async Task<List<string>> IdsAsync(Backend b, OrchestrationQuery query)
    {
        var ids = new List<string>();
        await foreach (var found in b.Client.GetAllInstancesAsync(query)) ids.Add(found.InstanceId);
        return [.. ids.Order(StringComparer.Ordinal)];
    }
}
