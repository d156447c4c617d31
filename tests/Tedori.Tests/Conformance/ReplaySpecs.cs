using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Tedori.Tests.Conformance.Backends;

namespace Tedori.Tests.Conformance;

#pragma warning disable DURABLE0003, DURABLE0004 // rules broken on purpose

public abstract class ReplaySpecs(BackendKind kind, HubEmulator? emulator) : BackendSpecs(kind, emulator)
{
    [SkippableFact]
    public Task Instance_RestartedAtEveryStep_ComesToTheSameEnd() => SpecAsync(
        r => r
            .AddOrchestratorFunc("Mixed", async c =>
            {
                var one = await c.CallActivityAsync<int>("Work");
                await c.CreateTimer(TimeSpan.FromMilliseconds(200), CancellationToken.None);
                var five = await c.CallSubOrchestratorAsync<int>("Five");
                c.SetCustomStatus("waits");
                return one + five + await c.WaitForExternalEvent<int>("go");
            })
            .AddOrchestratorFunc("Five", _ => 5)
            .AddActivityFunc("Work", _ => 1),
        async b =>
        {
            await b.BeginAsync("Mixed", id: "m");
            await b.ReopenAsync();
            await b.RunningAsync("m");
            await b.ReopenAsync();
            await b.UntilAsync("m", m => m.SerializedCustomStatus == "\"waits\"");
            await b.ReopenAsync();
            await b.RaiseAsync("m", "go", 4);
            await b.ReopenAsync();
            Assert.Equal(10, await b.OutputAsync<int>("m"));
        });

    [SkippableFact]
    public Task Replay_CallingAnotherActivity_FailsTheInstance() => SpecAsync(Calling("First"), async b =>
    {
        await b.BeginAsync("Case", id: "c");
        await b.UntilAsync("c", m => m.SerializedCustomStatus == "\"called\"");
        await b.ReopenAsync(Calling("Other"));
        await b.RaiseAsync("c", "x", 1);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await b.EndAsync("c")).RuntimeStatus);
    });

    [SkippableFact]
    public Task Replay_DoingLess_FailsTheInstance() => SpecAsync(Calling("First"), async b =>
    {
        await b.BeginAsync("Case", id: "c");
        await b.UntilAsync("c", m => m.SerializedCustomStatus == "\"called\"");
        await b.ReopenAsync(r => r.AddOrchestratorFunc("Case", c => c.WaitForExternalEvent<int>("x")));
        await b.RaiseAsync("c", "x", 1);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await b.EndAsync("c")).RuntimeStatus);
    });

    [SkippableFact]
    public Task Orchestrator_AwaitingAYield_IsAllowed() => SpecAsync(
        r => r.AddOrchestratorFunc("Yield", async _ =>
        {
            await Task.Yield();
            return 1;
        }),
        async b => Assert.Equal(1, await b.RunAsync<int>("Yield")));

    [SkippableFact]
    public Task NewGuid_AfterARestart_IsTheSame()
    {
        var seen = new HashSet<Guid>();
        return SpecAsync(
            r => r.AddOrchestratorFunc("Ids", async c =>
            {
                lock (seen) seen.UnionWith([c.NewGuid(), c.NewGuid()]);
                return await c.WaitForExternalEvent<int>("x");
            }),
            async b =>
            {
                await b.BeginAsync("Ids", id: "i");
                await b.RunningAsync("i");
                await b.ReopenAsync();
                await b.RaiseAsync("i", "x", 1);
                Assert.Equal(1, await b.OutputAsync<int>("i"));
                Assert.Equal(2, seen.Count);
            });
    }

    [SkippableFact]
    public Task ReplaySafeLogger_OnReplay_IsSilent()
    {
        var log = new KeptLines();
        return SpecAsync(
            r => r.AddOrchestratorFunc("Log", async c =>
            {
                c.CreateReplaySafeLogger(KeptLines.Category).LogInformation("begun");
                await c.WaitForExternalEvent<int>("x");
                c.CreateReplaySafeLogger(KeptLines.Category).LogInformation("ended");
            }),
            async b =>
            {
                await b.BeginAsync("Log", id: "l");
                await b.RunningAsync("l");
                await b.ReopenAsync();
                await b.RaiseAsync("l", "x", 1);
                await b.EndAsync("l");
                Assert.Equal(["begun", "ended"], log.Lines);
            },
            new BackendOptions { LoggerFactory = log });
    }

    private static Action<DurableTaskRegistry> Calling(string activity) => r => r
        .AddOrchestratorFunc("Case", async c =>
        {
            await c.CallActivityAsync<int>(activity);
            c.SetCustomStatus("called");
            return await c.WaitForExternalEvent<int>("x");
        })
        .AddActivityFunc("First", _ => 1)
        .AddActivityFunc("Other", _ => 1);
}
