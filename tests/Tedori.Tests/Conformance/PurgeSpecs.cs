using Microsoft.DurableTask.Client;
using Tedori.Tests.Conformance.Backends;

namespace Tedori.Tests.Conformance;

public abstract class PurgeSpecs(BackendKind kind, HubEmulator? emulator) : BackendSpecs(kind, emulator)
{
    [SkippableFact]
    public Task Purge_Ended_RemovesIt() => SpecAsync(Samples.Quick, async b =>
    {
        await EndedAsync(b, "q");
        Assert.Equal(1, (await b.Client.PurgeInstanceAsync("q")).PurgedInstanceCount);
        Assert.Null(await b.Client.GetInstanceAsync("q"));
    });

    [SkippableFact]
    public Task Purge_Running_DoesNothing() => SpecAsync(Samples.Waiting, async b =>
    {
        await b.BeginAsync("Wait", id: "w");
        await b.RunningAsync("w");
        Assert.Equal(0, (await b.Client.PurgeInstanceAsync("w")).PurgedInstanceCount);
        Assert.NotNull(await b.Client.GetInstanceAsync("w"));
    });

    [SkippableFact]
    public Task Purge_OfNoInstance_CountsNone() => SpecAsync(Samples.Quick, async b =>
        Assert.Equal(0, (await b.Client.PurgeInstanceAsync("nobody")).PurgedInstanceCount));

    [SkippableFact]
    public Task Purge_Recursive_RemovesTheChildren() => SpecAsync(Samples.Family, async b =>
    {
        await b.BeginAsync("Parent", id: "p");
        await b.RunningAsync("p-child");
        await b.RaiseAsync("p-child", "x", 1);
        await b.EndAsync("p");
        Assert.Equal(2, (await b.Client.PurgeInstanceAsync("p", new PurgeInstanceOptions(true))).PurgedInstanceCount);
        Assert.Null(await b.Client.GetInstanceAsync("p-child"));
    });

    [SkippableFact]
    public Task PurgeAll_ByStatus_RemovesTheMatching() => SpecAsync(
        r =>
        {
            Samples.Quick(r);
            Samples.Waiting(r);
        },
        async b =>
        {
            foreach (var id in (string[])["one", "two"]) await EndedAsync(b, id);
            await b.BeginAsync("Wait", id: "w");
            await b.UntilAsync("w", m => m.RuntimeStatus == OrchestrationRuntimeStatus.Running);
            await b.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter(
                CreatedFrom: b.Now.AddDays(-1), Statuses: [OrchestrationRuntimeStatus.Completed]));
            Assert.Null(await b.Client.GetInstanceAsync("one"));
            Assert.Null(await b.Client.GetInstanceAsync("two"));
            Assert.NotNull(await b.Client.GetInstanceAsync("w"));
        });

    [SkippableFact]
    public Task PurgeAll_ByTimeOfCreation_RemovesOnlyThose() => SpecAsync(Samples.Quick, async b =>
    {
        await EndedAsync(b, "first");
        await b.PassAsync(TimeSpan.FromMilliseconds(200));
        var between = b.Now;
        await b.PassAsync(TimeSpan.FromMilliseconds(200));
        await EndedAsync(b, "second");
        await b.Client.PurgeAllInstancesAsync(
            new PurgeInstancesFilter(CreatedFrom: between.AddDays(-1), CreatedTo: between));
        Assert.Null(await b.Client.GetInstanceAsync("first"));
        Assert.NotNull(await b.Client.GetInstanceAsync("second"));
    });

    [SkippableFact]
    public Task PurgeAll_OfRunning_RemovesNone() => SpecAsync(Samples.Waiting, async b =>
    {
        await b.BeginAsync("Wait", id: "w");
        await b.RunningAsync("w");
        var filter = new PurgeInstancesFilter(
            CreatedFrom: b.Now.AddDays(-1), Statuses: [OrchestrationRuntimeStatus.Running]);
        _ = await Record.ExceptionAsync(() => b.Client.PurgeAllInstancesAsync(filter));
        Assert.NotNull(await b.Client.GetInstanceAsync("w"));
    });

    [SkippableFact]
    public Task Purged_AfterARestart_StaysGoneAndItsIdIsFree() => SpecAsync(Samples.Quick, async b =>
    {
        await EndedAsync(b, "q");
        await b.Client.PurgeInstanceAsync("q");
        await b.ReopenAsync();
        Assert.Null(await b.Client.GetInstanceAsync("q"));
        await b.BeginAsync("Quick", "two", "q");
        Assert.Equal("two", await b.OutputAsync<string>("q"));
    });

    private static async Task EndedAsync(Backend b, string id)
    {
        await b.BeginAsync("Quick", "in", id);
        await b.EndAsync(id);
    }
}
