using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Tedori.Tests.Conformance.Backends;

namespace Tedori.Tests.Conformance;

#pragma warning disable DURABLE2003 // registered as a function

public abstract class SubOrchestratorSpecs(BackendKind kind, HubEmulator? emulator) : BackendSpecs(kind, emulator)
{
    [SkippableFact]
    public Task Sub_Called_ReturnsItsOutput() => SpecAsync(
        r => r
            .AddOrchestratorFunc<int, int>("Parent", (c, n) => c.CallSubOrchestratorAsync<int>(
                "Child", n, new SubOrchestrationOptions(instanceId: "child-1")))
            .AddOrchestratorFunc<int, int>("Child", (c, n) => c.CallActivityAsync<int>("Double", n))
            .AddActivityFunc<int, int>("Double", (_, n) => n * 2),
        async b =>
        {
            Assert.Equal(14, await b.RunAsync<int>("Parent", 7));
            Assert.Equal(OrchestrationRuntimeStatus.Completed, (await b.ReadAsync("child-1")).RuntimeStatus);
        });

    [SkippableFact]
    public Task Sub_Failing_ArrivesAsTaskFailedException() => SpecAsync(
        r => r
            .AddOrchestratorFunc("Parent", async c =>
            {
                try
                {
                    return await c.CallSubOrchestratorAsync<string>("Child");
                }
                catch (TaskFailedException e)
                {
                    return $"{e.TaskName} {e.FailureDetails.ErrorMessage}";
                }
            })
            .AddOrchestratorFunc("Child", _ => throw new TimeoutException("too late")),
        async b => Assert.Equal("Child too late", await b.RunAsync<string>("Parent")));

    [SkippableFact]
    public Task Sub_Running_SeesItsParent() => SpecAsync(
        r => r
            .AddOrchestratorFunc("Parent", c => c.CallSubOrchestratorAsync<string>("Child"))
            .AddOrchestratorFunc("Child", c => $"{c.Parent!.Name} {c.Parent.InstanceId}"),
        async b =>
        {
            await b.BeginAsync("Parent", id: "p");
            Assert.Equal("Parent p", await b.OutputAsync<string>("p"));
        });

    [SkippableFact]
    public Task Sub_WithoutAnId_GetsOneOfItsOwn() => SpecAsync(
        r => r
            .AddOrchestratorFunc("Parent", async c =>
            {
                var calls = Enumerable.Range(0, 6).Select(_ => c.CallSubOrchestratorAsync<string>("Child"));
                return (await Task.WhenAll(calls)).Distinct().Count();
            })
            .AddOrchestratorFunc("Child", c => c.InstanceId),
        async b => Assert.Equal(6, await b.RunAsync<int>("Parent")));

    [SkippableFact]
    public Task Sub_EndingAfterARestart_AnswersItsParent() => SpecAsync(Samples.Family, async b =>
    {
        await b.BeginAsync("Parent", id: "p");
        await b.RunningAsync("p");
        await b.RunningAsync("p-child");
        await b.ReopenAsync();
        await b.RaiseAsync("p-child", "x", 8);
        Assert.Equal(8, await b.OutputAsync<int>("p"));
    });

    [SkippableFact]
    public Task Sub_UnderTheIdOfARunningInstance_FailsTheCall() => SpecAsync(
        r =>
        {
            Samples.Waiting(r);
            r.AddOrchestratorFunc("Parent", c => c.CallSubOrchestratorAsync<int>(
                "Wait", options: new SubOrchestrationOptions(instanceId: "taken")));
        },
        async b =>
        {
            await b.BeginAsync("Wait", id: "taken");
            await b.RunningAsync("taken");
            await b.BeginAsync("Parent", id: "p");
            Assert.Equal(OrchestrationRuntimeStatus.Failed, (await b.EndAsync("p")).RuntimeStatus);
        });

    [SkippableFact]
    public Task Options_GivenAsInput_AreRefused() => SpecAsync(
        r => r.AddOrchestratorFunc("Slip", async c =>
        {
            await Assert.ThrowsAsync<ArgumentException>(async () => await c.CallActivityAsync<int>(
                "A", input: new TaskOptions(new RetryPolicy(1, TimeSpan.FromSeconds(1)))));
            return 1;
        }),
        async b => Assert.Equal(1, await b.RunAsync<int>("Slip")));
}
