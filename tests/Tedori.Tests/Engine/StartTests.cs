using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using NodaTime;

namespace Tedori.Tests.Engine;

public sealed class StartTests
{
    [Fact]
    public async Task Start_OfARunningId_IsRefused()
    {
        await using var f = await EngineFixture.StartAsync(OrderTests.Waiting);
        await f.BeginAsync("Wait", id: "w");
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => f.BeginAsync("Wait", id: "w"));
        Assert.Contains("'w' already exists", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_OfAnEndedId_ReplacesIt()
    {
        await using var f = await EngineFixture.StartAsync(OrderTests.Quick);
        await f.BeginAsync("Quick", "one", "q");
        await f.IdleAsync();
        await f.BeginAsync("Quick", "two", "q");
        await f.IdleAsync();
        Assert.Equal("two", (await f.ReadAsync("q")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Start_WhereEndedIsADedupeStatus_IsRefused()
    {
        await using var f = await EngineFixture.StartAsync(OrderTests.Quick);
        await f.BeginAsync("Quick", "one", "q");
        await f.IdleAsync();
        var options = new StartOrchestrationOptions("q").WithDedupeStatuses(OrchestrationRuntimeStatus.Completed);
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => f.Client.ScheduleNewOrchestrationInstanceAsync("Quick", "two", options));
    }

    [Fact]
    public async Task Start_WhereRunningIsNoDedupeStatus_ReplacesTheRunning()
    {
        await using var f = await EngineFixture.StartAsync(OrderTests.Waiting);
        await f.BeginAsync("Wait", id: "w");
        await f.IdleAsync();
        await f.Client.RaiseEventAsync("w", "other", 1);
        var options = new StartOrchestrationOptions("w").WithDedupeStatuses(OrchestrationRuntimeStatus.Completed);
        await f.Client.ScheduleNewOrchestrationInstanceAsync("Wait", options);
        await f.Client.RaiseEventAsync("w", "x", 2);
        await f.IdleAsync();
        Assert.Equal(2, (await f.ReadAsync("w")).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Start_WhereTerminatedIsNoDedupeStatus_TakesTheIdOver()
    {
        await using var f = await EngineFixture.StartAsync(OrderTests.Waiting);
        await f.BeginAsync("Wait", id: "w");
        await f.Client.TerminateInstanceAsync("w");
        var refused = new StartOrchestrationOptions("w").WithDedupeStatuses(OrchestrationRuntimeStatus.Terminated);
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => f.Client.ScheduleNewOrchestrationInstanceAsync("Wait", refused));
        var taken = new StartOrchestrationOptions("w").WithDedupeStatuses(
            OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Pending);
        await f.Client.ScheduleNewOrchestrationInstanceAsync("Wait", taken);
        await f.Client.RaiseEventAsync("w", "x", 4);
        await f.IdleAsync();
        Assert.Equal(4, (await f.ReadAsync("w")).ReadOutputAs<int>());
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("")]
    public async Task Start_WithAnIdThatAzureForbids_IsRefused(string id)
    {
        await using var f = await EngineFixture.StartAsync(OrderTests.Quick);
        await Assert.ThrowsAsync<ArgumentException>(() => f.BeginAsync("Quick", id: id));
    }

    [Fact]
    public async Task Start_WithoutAnId_GivesOne()
    {
        await using var f = await EngineFixture.StartAsync(OrderTests.Quick);
        Assert.NotEqual(await f.BeginAsync("Quick"), await f.BeginAsync("Quick"));
    }

    [Fact]
    public async Task Start_OfAnUnknownOrchestrator_FailsTheInstance()
    {
        await using var f = await EngineFixture.StartAsync(OrderTests.Quick);
        await f.BeginAsync("Nothing", id: "n");
        await f.IdleAsync();
        Assert.Equal("OrchestratorTaskNotFound", (await f.ReadAsync("n")).FailureDetails!.ErrorType);
    }

    [Fact]
    public async Task Start_WithAnUnreadableInput_FailsTheInstance()
    {
        await using var f = await EngineFixture.StartAsync(r => r.AddOrchestratorFunc<int, int>("Number", (_, n) => n));
        await f.BeginAsync("Number", "no number", "n");
        await f.IdleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await f.ReadAsync("n")).RuntimeStatus);
    }

    [Fact]
    public async Task Start_WithTagsAndVersion_KeepsThem()
    {
        await using var f = await EngineFixture.StartAsync(r => r.AddOrchestratorFunc("V", c =>
            $"{c.Version} {c.CompareVersionTo("1.9")} {c.CompareVersionTo("1.10")} {c.CompareVersionTo("2.0")}"));
        await f.Client.ScheduleNewOrchestrationInstanceAsync("V", new StartOrchestrationOptions("v")
        {
            Version = "1.10",
            Tags = new Dictionary<string, string> { ["round"] = "r7-07" },
        });
        await f.IdleAsync();
        var end = await f.ReadAsync("v");
        Assert.Equal("1.10 1 0 -1", end.ReadOutputAs<string>());
        Assert.Equal("r7-07", end.Tags["round"]);
    }

    [Fact]
    public async Task Start_WithoutAVersion_TakesTheEnginesOwn()
    {
        await using var f = await EngineFixture.StartAsync(
            r => r.AddOrchestratorFunc("V", c => c.Version), o => o with { Version = "3.1" });
        Assert.Equal("3.1", await f.RunAsync<string>("V"));
    }

    [Fact]
    public async Task WaitForStart_OfARunningInstance_AnswersWithItsInput()
    {
        await using var f = await EngineFixture.StartAsync(OrderTests.Waiting);
        await f.BeginAsync("Wait", "in", "w");
        var started = await f.Client.WaitForInstanceStartAsync("w", getInputsAndOutputs: true)
            .WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal("in", started.ReadInputAs<string>());
        Assert.Equal(OrchestrationRuntimeStatus.Running, started.RuntimeStatus);
    }

    [Fact]
    public async Task WaitForStart_OfADelayedStart_WaitsForIt()
    {
        await using var f = await EngineFixture.StartAsync(OrderTests.Waiting);
        var at = (EngineFixture.Epoch + Duration.FromHours(1)).ToDateTimeOffset();
        await f.Client.ScheduleNewOrchestrationInstanceAsync("Wait", new StartOrchestrationOptions("w", at));
        var start = f.Client.WaitForInstanceStartAsync("w");
        await f.IdleAsync();
        Assert.False(start.IsCompleted);
        await f.PlayAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await start).RuntimeStatus);
    }

    [Fact]
    public async Task WaitForCompletion_OfAnEndedInstance_AnswersAtOnce()
    {
        await using var f = await EngineFixture.StartAsync(OrderTests.Quick);
        await f.BeginAsync("Quick", "in", "q");
        await f.IdleAsync();
        await f.ReopenAsync();
        var end = await f.Client.WaitForInstanceCompletionAsync("q", getInputsAndOutputs: true);
        Assert.Equal("in", end.ReadOutputAs<string>());
    }

    [Fact]
    public async Task WaitForCompletion_OfNoInstance_IsRefused()
    {
        await using var f = await EngineFixture.StartAsync(OrderTests.Quick);
        await Assert.ThrowsAsync<InvalidOperationException>(() => f.Client.WaitForInstanceCompletionAsync("nobody"));
    }

    [Fact]
    public async Task WaitForCompletion_Cancelled_Stops()
    {
        await using var f = await EngineFixture.StartAsync(OrderTests.Waiting);
        await f.BeginAsync("Wait", id: "w");
        using var stop = new CancellationTokenSource();
        var wait = f.Client.WaitForInstanceCompletionAsync("w", stop.Token);
        stop.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
    }

    [Fact]
    public async Task Metadata_ReadWithoutInputs_RefusesToReadThem()
    {
        await using var f = await EngineFixture.StartAsync(OrderTests.Quick);
        await f.BeginAsync("Quick", "in", "q");
        var end = await f.Client.GetInstanceAsync("q");
        Assert.Null(end!.SerializedInput);
        Assert.Throws<InvalidOperationException>(() => end.ReadInputAs<string>());
    }
}
