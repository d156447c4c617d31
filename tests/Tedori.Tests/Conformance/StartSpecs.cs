using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Tedori.Tests.Conformance.Backends;

namespace Tedori.Tests.Conformance;

public abstract class StartSpecs(BackendKind kind, HubEmulator? emulator) : BackendSpecs(kind, emulator)
{
    [SkippableFact]
    public Task Start_OfARunningId_IsRefused() => SpecAsync(Samples.Waiting, async b =>
    {
        await b.BeginAsync("Wait", id: "w");
        await b.RunningAsync("w");
        await Assert.ThrowsAnyAsync<Exception>(() => b.BeginAsync("Wait", id: "w"));
    });

    [SkippableFact]
    public Task Start_OfAnEndedId_ReplacesIt() => SpecAsync(Samples.Quick, async b =>
    {
        await b.BeginAsync("Quick", "one", "q");
        await b.EndAsync("q");
        await b.BeginAsync("Quick", "two", "q");
        var end = await b.UntilAsync("q", m => m.IsCompleted && m.SerializedInput == "\"two\"");
        Assert.Equal("two", end.ReadOutputAs<string>());
    });

    [SkippableFact]
    public Task Start_WhereEndedIsADedupeStatus_IsRefused() => SpecAsync(Samples.Quick, async b =>
    {
        await b.BeginAsync("Quick", "one", "q");
        await b.EndAsync("q");
        var options = new StartOrchestrationOptions("q").WithDedupeStatuses(OrchestrationRuntimeStatus.Completed);
        await Assert.ThrowsAnyAsync<Exception>(
            () => b.Client.ScheduleNewOrchestrationInstanceAsync("Quick", "two", options));
    });

    [SkippableFact]
    public Task Start_WhereRunningIsNoDedupeStatus_ReplacesTheRunning() => SpecAsync(Samples.Waiting, async b =>
    {
        await b.BeginAsync("Wait", "one", "w");
        await b.RunningAsync("w");
        var options = new StartOrchestrationOptions("w").WithDedupeStatuses(OrchestrationRuntimeStatus.Completed);
        await b.Client.ScheduleNewOrchestrationInstanceAsync("Wait", "two", options);
        await b.UntilAsync(
            "w", m => m.RuntimeStatus == OrchestrationRuntimeStatus.Running && m.SerializedInput == "\"two\"");
        await b.RaiseAsync("w", "x", 2);
        Assert.Equal(2, await b.OutputAsync<int>("w"));
    });

    [SkippableFact]
    public Task Start_WhereTerminatedIsNoDedupeStatus_TakesTheIdOver() => SpecAsync(Samples.Waiting, async b =>
    {
        await b.BeginAsync("Wait", id: "w");
        await b.RunningAsync("w");
        await b.Client.TerminateInstanceAsync("w");
        await b.EndAsync("w");
        var refused = new StartOrchestrationOptions("w").WithDedupeStatuses(OrchestrationRuntimeStatus.Terminated);
        await Assert.ThrowsAnyAsync<Exception>(
            () => b.Client.ScheduleNewOrchestrationInstanceAsync("Wait", refused));
        var taken = new StartOrchestrationOptions("w").WithDedupeStatuses(
            OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Pending);
        await b.Client.ScheduleNewOrchestrationInstanceAsync("Wait", taken);
        await b.RunningAsync("w");
        await b.RaiseAsync("w", "x", 4);
        Assert.Equal(4, await b.OutputAsync<int>("w"));
    });

    [SkippableFact]
    public Task Start_WithoutAnId_GivesOne() => SpecAsync(Samples.Quick, async b =>
        Assert.NotEqual(await b.BeginAsync("Quick", "a"), await b.BeginAsync("Quick", "b")));

    [SkippableFact]
    public Task Start_OfAnUnknownOrchestrator_FailsTheInstance() => SpecAsync(Samples.Quick, async b =>
    {
        await b.BeginAsync("Nothing", id: "n");
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await b.EndAsync("n")).RuntimeStatus);
    });

    [SkippableFact]
    public Task Start_OfAnUnknownOrchestrator_SaysWhy() => SpecAsync(Samples.Quick, async b =>
    {
        await b.BeginAsync("Nothing", id: "n");
        Assert.Equal("OrchestratorTaskNotFound", (await b.EndAsync("n")).FailureDetails?.ErrorType);
    });

    [SkippableFact]
    public Task Start_WithAnUnreadableInput_FailsTheInstance() => SpecAsync(
        r => r.AddOrchestratorFunc<int, int>("Number", (_, n) => n),
        async b =>
        {
            await b.BeginAsync("Number", "no number", "n");
            Assert.Equal(OrchestrationRuntimeStatus.Failed, (await b.EndAsync("n")).RuntimeStatus);
        });

    [SkippableFact]
    public Task Start_WithTags_KeepsThem() => SpecAsync(Samples.Quick, async b =>
    {
        var tags = new Dictionary<string, string> { ["round"] = "r7-07" };
        await b.Client.ScheduleNewOrchestrationInstanceAsync(
            "Quick", "in", new StartOrchestrationOptions("q") { Tags = tags });
        Assert.Equal("r7-07", (await b.EndAsync("q")).Tags["round"]);
    });

    [SkippableFact]
    public Task StartAt_NotReached_LeavesTheInstancePending() => SpecAsync(Samples.Quick, async b =>
    {
        await b.Client.ScheduleNewOrchestrationInstanceAsync(
            "Quick", "in", new StartOrchestrationOptions("q", b.Now.AddDays(2)));
        await b.SettleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await b.ReadAsync("q")).RuntimeStatus);
        Assert.Equal("in", await b.OutputAsync<string>("q"));
    });

    [SkippableFact]
    public Task StartAt_NotReached_KeepsEvents() => SpecAsync(Samples.Collecting, async b =>
    {
        await b.Client.ScheduleNewOrchestrationInstanceAsync(
            "Collect", 1, new StartOrchestrationOptions("later", b.Now.AddDays(1)));
        await b.Client.RaiseEventAsync("later", "x", 5);
        await b.ReopenAsync();
        await b.SettleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await b.ReadAsync("later")).RuntimeStatus);
        Assert.Equal(5, Assert.Single((await b.OutputAsync<int[]>("later"))!));
    });

    [SkippableFact]
    public Task StartAt_InThePast_StartsAtOnce() => SpecAsync(Samples.Quick, async b =>
    {
        await b.Client.ScheduleNewOrchestrationInstanceAsync(
            "Quick", "in", new StartOrchestrationOptions("q", b.Now.AddDays(-2)));
        Assert.Equal("in", await b.OutputAsync<string>("q"));
    });

    [SkippableFact]
    public Task WaitForStart_OfARunningInstance_AnswersWithItsInput() => SpecAsync(Samples.Waiting, async b =>
    {
        await b.BeginAsync("Wait", "in", "w");
        var started = await b.Client.WaitForInstanceStartAsync("w", getInputsAndOutputs: true).WaitAsync(b.Limit);
        Assert.Equal("in", started.ReadInputAs<string>());
        Assert.Equal(OrchestrationRuntimeStatus.Running, started.RuntimeStatus);
    });

    [SkippableFact]
    public Task WaitForCompletion_OfAnEndedInstance_Answers() => SpecAsync(Samples.Quick, async b =>
    {
        await b.BeginAsync("Quick", "in", "q");
        await b.EndAsync("q");
        await b.ReopenAsync();
        var end = await b.Client.WaitForInstanceCompletionAsync("q", getInputsAndOutputs: true).WaitAsync(b.Limit);
        Assert.Equal("in", end.ReadOutputAs<string>());
    });

    [SkippableFact]
    public Task WaitForCompletion_OfNoInstance_IsRefused() => SpecAsync(Samples.Quick, async b =>
    {
        var refusal = await Assert.ThrowsAnyAsync<Exception>(
            () => b.Client.WaitForInstanceCompletionAsync("nobody").WaitAsync(b.Limit / 4));
        Assert.IsNotType<TimeoutException>(refusal);
    });

    [SkippableFact]
    public Task WaitForCompletion_Cancelled_Stops() => SpecAsync(Samples.Waiting, async b =>
    {
        await b.BeginAsync("Wait", id: "w");
        using var stop = new CancellationTokenSource();
        var wait = b.Client.WaitForInstanceCompletionAsync("w", stop.Token);
        stop.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
    });

    [SkippableFact]
    public Task Metadata_ReadWithoutInputs_RefusesToReadThem() => SpecAsync(Samples.Quick, async b =>
    {
        await b.BeginAsync("Quick", "in", "q");
        var end = await b.Client.GetInstanceAsync("q");
        Assert.Null(end!.SerializedInput);
        Assert.Throws<InvalidOperationException>(() => end.ReadInputAs<string>());
    });
}
