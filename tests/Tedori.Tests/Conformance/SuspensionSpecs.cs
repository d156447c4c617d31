using Microsoft.DurableTask.Client;
using Tedori.Tests.Conformance.Backends;

namespace Tedori.Tests.Conformance;

public abstract class SuspensionSpecs(BackendKind kind, HubEmulator? emulator) : BackendSpecs(kind, emulator)
{
    [SkippableFact]
    public Task Suspend_Running_HoldsEventsUntilTheResume() => SpecAsync(Samples.Waiting, async b =>
    {
        await SuspendAsync(b, "Wait");
        await b.RaiseAsync("i", "x", 4);
        await b.SettleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await b.ReadAsync("i")).RuntimeStatus);
        await b.Client.ResumeInstanceAsync("i");
        Assert.Equal(4, await b.OutputAsync<int>("i"));
    });

    [SkippableFact]
    public Task Suspend_Running_SurvivesARestart() => SpecAsync(Samples.Waiting, async b =>
    {
        await SuspendAsync(b, "Wait");
        await b.RaiseAsync("i", "x", 4);
        await b.ReopenAsync();
        await b.SettleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await b.ReadAsync("i")).RuntimeStatus);
        await b.Client.ResumeInstanceAsync("i");
        Assert.Equal(4, await b.OutputAsync<int>("i"));
    });

    [SkippableFact]
    public Task Suspend_Sleeping_HoldsTimersUntilTheResume() => SpecAsync(
        r => r.AddOrchestratorFunc("Nap", async c =>
        {
            await c.CreateTimer(TimeSpan.FromSeconds(4), CancellationToken.None);
        }),
        async b =>
        {
            await SuspendAsync(b, "Nap");
            await b.PassAsync(TimeSpan.FromSeconds(5));
            await b.SettleAsync();
            Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await b.ReadAsync("i")).RuntimeStatus);
            await b.Client.ResumeInstanceAsync("i");
            Assert.Equal(OrchestrationRuntimeStatus.Completed, (await b.EndAsync("i")).RuntimeStatus);
        });

    [SkippableFact]
    public Task Suspend_OfNoInstance_IsRefused() => SpecAsync(Samples.Waiting, async b =>
        Assert.NotNull(await Record.ExceptionAsync(() => b.Client.SuspendInstanceAsync("nobody"))));

    [SkippableFact]
    public Task Suspended_ThenTerminated_Ends() => SpecAsync(Samples.Waiting, async b =>
    {
        await SuspendAsync(b, "Wait");
        await b.Client.TerminateInstanceAsync("i", "stopped");
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await b.EndAsync("i")).RuntimeStatus);
    });

    private static async Task SuspendAsync(Backend b, string orchestrator)
    {
        await b.BeginAsync(orchestrator, id: "i");
        await b.UntilAsync("i", m => m.RuntimeStatus == OrchestrationRuntimeStatus.Running);
        await b.Client.SuspendInstanceAsync("i", "audit");
        await b.UntilAsync("i", m => m.RuntimeStatus == OrchestrationRuntimeStatus.Suspended);
    }
}
