using Microsoft.DurableTask.Client;
using Tedori.Tests.Conformance.Backends;

namespace Tedori.Tests.Conformance;

public abstract class TerminationSpecs(BackendKind kind, HubEmulator? emulator) : BackendSpecs(kind, emulator)
{
    [SkippableFact]
    public Task Terminate_Waiting_EndsItWithTheReason() => SpecAsync(Samples.Waiting, async b =>
    {
        await b.BeginAsync("Wait", id: "w");
        await b.RunningAsync("w");
        await b.Client.TerminateInstanceAsync("w", "stopped");
        var end = await b.EndAsync("w");
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, end.RuntimeStatus);
        Assert.Equal("stopped", end.ReadOutputAs<string>());
    });

    [SkippableFact]
    public Task Terminate_AChild_FailsTheCallOfItsParent() => SpecAsync(Samples.Family, async b =>
    {
        await BeginFamilyAsync(b);
        await b.Client.TerminateInstanceAsync("p-child");
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await b.EndAsync("p")).RuntimeStatus);
    });

    [SkippableFact]
    public Task Terminate_NotRecursive_LeavesTheChildren() => SpecAsync(Samples.Family, async b =>
    {
        await BeginFamilyAsync(b);
        await b.Client.TerminateInstanceAsync("p");
        await b.EndAsync("p");
        await b.SettleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await b.ReadAsync("p-child")).RuntimeStatus);
    });

    [SkippableFact]
    public Task Terminate_Recursive_EndsTheChildren() => SpecAsync(Samples.Family, async b =>
    {
        await BeginFamilyAsync(b);
        await b.ReopenAsync();
        await b.Client.TerminateInstanceAsync("p", new TerminateInstanceOptions("stop", Recursive: true));
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await b.EndAsync("p")).RuntimeStatus);
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await b.EndAsync("p-child")).RuntimeStatus);
    });

    [SkippableFact]
    public Task Terminate_WhileAnActivityRuns_DropsItsResult()
    {
        var gate = new SemaphoreSlim(0);
        var running = new TaskCompletionSource();
        return SpecAsync(
            r => r
                .AddOrchestratorFunc("Work", c => c.CallActivityAsync<int>("Slow"))
                .AddActivityFunc("Slow", async _ =>
                {
                    running.TrySetResult();
                    await gate.WaitAsync();
                    return 1;
                }),
            async b =>
            {
                await b.BeginAsync("Work", id: "w");
                await running.Task.WaitAsync(b.Limit);
                await b.Client.TerminateInstanceAsync("w");
                gate.Release();
                Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await b.EndAsync("w")).RuntimeStatus);
                await b.SettleAsync();
                Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await b.ReadAsync("w")).RuntimeStatus);
            });
    }

    private static async Task BeginFamilyAsync(Backend b)
    {
        await b.BeginAsync("Parent", id: "p");
        await b.RunningAsync("p");
        await b.RunningAsync("p-child");
    }
}
