using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using NodaTime;

namespace Tedori.Tests.Engine;

public sealed class OrderTests
{
    [Fact]
    public async Task Suspend_HoldsEventsUntilTheResume()
    {
        await using var f = await EngineFixture.StartAsync(Waiting);
        await f.BeginAsync("Wait", id: "w");
        await f.Client.SuspendInstanceAsync("w", "audit");
        await f.Client.RaiseEventAsync("w", "x", 4);
        await f.IdleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await f.ReadAsync("w")).RuntimeStatus);
        await f.Client.ResumeInstanceAsync("w");
        await f.IdleAsync();
        Assert.Equal(4, (await f.ReadAsync("w")).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Suspend_SurvivesARestart()
    {
        await using var f = await EngineFixture.StartAsync(Waiting);
        await f.BeginAsync("Wait", id: "w");
        await f.IdleAsync();
        await f.Client.SuspendInstanceAsync("w");
        await f.Client.RaiseEventAsync("w", "x", 4);
        await f.ReopenAsync();
        await f.IdleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await f.ReadAsync("w")).RuntimeStatus);
        await f.Client.ResumeInstanceAsync("w");
        await f.IdleAsync();
        Assert.Equal(4, (await f.ReadAsync("w")).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Suspend_HoldsTimersUntilTheResume()
    {
        await using var f = await EngineFixture.StartAsync(r => r.AddOrchestratorFunc("Nap", async c =>
        {
            await c.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
        }));
        await f.BeginAsync("Nap", id: "n");
        await f.IdleAsync();
        await f.Client.SuspendInstanceAsync("n");
        await f.AdvanceAsync(Duration.FromHours(2));
        await f.ReopenAsync();
        await f.IdleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await f.ReadAsync("n")).RuntimeStatus);
        await f.Client.ResumeInstanceAsync("n");
        await f.IdleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await f.ReadAsync("n")).RuntimeStatus);
    }

    [Fact]
    public async Task Suspend_OfNoInstance_IsRefused()
    {
        await using var f = await EngineFixture.StartAsync(Waiting);
        await Assert.ThrowsAsync<InvalidOperationException>(() => f.Client.SuspendInstanceAsync("nobody"));
    }

    [Fact]
    public async Task Suspended_ThenTerminated_Ends()
    {
        await using var f = await EngineFixture.StartAsync(OrderTests.Waiting);
        await f.BeginAsync("Wait", id: "w");
        await f.Client.SuspendInstanceAsync("w", "reason");
        await f.IdleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await f.ReadAsync("w")).RuntimeStatus);
        await f.Client.TerminateInstanceAsync("w", "stopped");
        var end = await f.Client.WaitForInstanceCompletionAsync("w", true).WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, end.RuntimeStatus);
        Assert.Equal("stopped", end.ReadOutputAs<string>());
    }

    [Fact]
    public async Task Terminate_AChild_FailsTheCallOfItsParent()
    {
        await using var f = await EngineFixture.StartAsync(Family);
        await f.BeginAsync("Parent", id: "p");
        await f.IdleAsync();
        await f.Client.TerminateInstanceAsync("p-child");
        await f.IdleAsync();
        var parent = await f.ReadAsync("p");
        Assert.Equal(OrchestrationRuntimeStatus.Failed, parent.RuntimeStatus);
        Assert.Contains("Terminated", parent.FailureDetails!.InnerFailure!.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Terminate_NotRecursive_LeavesTheChildren()
    {
        await using var f = await EngineFixture.StartAsync(Family);
        await f.BeginAsync("Parent", id: "p");
        await f.IdleAsync();
        await f.Client.TerminateInstanceAsync("p");
        await f.IdleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await f.ReadAsync("p-child")).RuntimeStatus);
    }

    [Fact]
    public async Task Terminate_Recursive_EndsTheChildren()
    {
        await using var f = await EngineFixture.StartAsync(Family);
        await f.BeginAsync("Parent", id: "p");
        await f.IdleAsync();
        await f.ReopenAsync();
        await f.Client.TerminateInstanceAsync("p", new TerminateInstanceOptions("stop", Recursive: true));
        await f.IdleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await f.ReadAsync("p-child")).RuntimeStatus);
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await f.ReadAsync("p")).RuntimeStatus);
    }

    [Fact]
    public async Task Terminate_WhileAnActivityRuns_DropsItsResult()
    {
        using var gate = new SemaphoreSlim(0);
        await using var f = await EngineFixture.StartAsync(r => r
            .AddOrchestratorFunc("Work", c => c.CallActivityAsync<int>("Slow"))
            .AddActivityFunc("Slow", async _ =>
            {
                await gate.WaitAsync();
                return 1;
            }));
        await f.BeginAsync("Work", id: "w");
        await f.Client.WaitForInstanceStartAsync("w");
        await f.Client.TerminateInstanceAsync("w");
        gate.Release();
        await f.IdleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await f.ReadAsync("w")).RuntimeStatus);
    }

    [Fact]
    public async Task Purge_Ended_RemovesIt()
    {
        await using var f = await EngineFixture.StartAsync(Quick);
        await f.BeginAsync("Quick", id: "q");
        await f.IdleAsync();
        Assert.Equal(1, (await f.Client.PurgeInstanceAsync("q")).PurgedInstanceCount);
        Assert.Null(await f.Client.GetInstanceAsync("q"));
    }

    [Fact]
    public async Task Purge_Running_DoesNothing()
    {
        await using var f = await EngineFixture.StartAsync(Waiting);
        await f.BeginAsync("Wait", id: "w");
        await f.IdleAsync();
        Assert.Equal(0, (await f.Client.PurgeInstanceAsync("w")).PurgedInstanceCount);
        Assert.NotNull(await f.Client.GetInstanceAsync("w"));
    }

    [Fact]
    public async Task Purge_OfNoInstance_CountsNone()
    {
        await using var f = await EngineFixture.StartAsync(Quick);
        Assert.Equal(0, (await f.Client.PurgeInstanceAsync("nobody")).PurgedInstanceCount);
    }

    [Fact]
    public async Task Purge_Recursive_RemovesTheChildren()
    {
        await using var f = await EngineFixture.StartAsync(Family);
        await f.BeginAsync("Parent", id: "p");
        await f.Client.RaiseEventAsync("p-child", "x", 1);
        await f.IdleAsync();
        Assert.Equal(2, (await f.Client.PurgeInstanceAsync("p", new PurgeInstanceOptions(true))).PurgedInstanceCount);
        Assert.Null(await f.Client.GetInstanceAsync("p-child"));
    }

    [Fact]
    public async Task PurgeAll_ByStatusInPages_RemovesTheMatching()
    {
        await using var f = await EngineFixture.StartAsync(r =>
        {
            Quick(r);
            Waiting(r);
        });
        await Task.WhenAll(Enumerable.Range(0, 1_200).Select(i => f.BeginAsync("Quick", id: $"q{i}")));
        await f.BeginAsync("Wait", id: "w");
        await f.IdleAsync();
        var result = await f.Client.PurgeAllInstancesAsync(
            new PurgeInstancesFilter(Statuses: [OrchestrationRuntimeStatus.Completed]));
        Assert.Equal(1_200, result.PurgedInstanceCount);
        Assert.NotNull(await f.Client.GetInstanceAsync("w"));
    }

    [Fact]
    public async Task Restart_SameId_RunsAgainWithItsInput()
    {
        await using var f = await EngineFixture.StartAsync(Quick);
        await f.BeginAsync("Quick", "in", "q");
        await f.AdvanceAsync(Duration.FromHours(1));
        Assert.Equal("q", await f.Client.RestartAsync("q"));
        await f.IdleAsync();
        var again = await f.ReadAsync("q");
        Assert.Equal("in", again.ReadOutputAs<string>());
        Assert.Equal((EngineFixture.Epoch + Duration.FromHours(1)).ToDateTimeOffset(), again.CreatedAt);
    }

    [Fact]
    public async Task Restart_NewId_LeavesTheFirst()
    {
        await using var f = await EngineFixture.StartAsync(Quick);
        await f.BeginAsync("Quick", "in", "q");
        await f.IdleAsync();
        var id = await f.Client.RestartAsync("q", restartWithNewInstanceId: true);
        await f.IdleAsync();
        Assert.NotEqual("q", id);
        Assert.Equal("in", (await f.ReadAsync(id)).ReadOutputAs<string>());
        Assert.NotNull(await f.Client.GetInstanceAsync("q"));
    }

    [Fact]
    public async Task Restart_OfNoInstance_IsRefused()
    {
        await using var f = await EngineFixture.StartAsync(Quick);
        await Assert.ThrowsAsync<ArgumentException>(() => f.Client.RestartAsync("nobody"));
    }

    [Fact]
    public async Task Restart_Running_IsRefused()
    {
        await using var f = await EngineFixture.StartAsync(Waiting);
        await f.BeginAsync("Wait", id: "w");
        await Assert.ThrowsAsync<InvalidOperationException>(() => f.Client.RestartAsync("w"));
    }

    internal static void Quick(DurableTaskRegistry r) =>
        r.AddOrchestratorFunc<string, string>("Quick", (_, input) => input);

    internal static void Waiting(DurableTaskRegistry r) =>
        r.AddOrchestratorFunc("Wait", c => c.WaitForExternalEvent<int>("x"));

    private static void Family(DurableTaskRegistry r) => r
        .AddOrchestratorFunc("Parent", c => c.CallSubOrchestratorAsync<int>(
            "Child", options: new SubOrchestrationOptions(instanceId: c.InstanceId + "-child")))
        .AddOrchestratorFunc("Child", c => c.WaitForExternalEvent<int>("x"));
}
