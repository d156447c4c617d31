using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using NodaTime;

namespace Tedori.Tests.Engine;

public sealed class FailureTests
{
    [Fact]
    public async Task FailureDetails_OfAnActivity_CarryTypeMessageStackAndCauses()
    {
        await using var f = await EngineFixture.StartAsync(r => r
            .AddOrchestratorFunc("Ask", c => c.CallActivityAsync<int>("Fail"))
            .AddActivityFunc("Fail", _ => throw new InvalidOperationException(
                "outer", new ArgumentException("middle", new TimeoutException("inner")))));
        var id = await f.BeginAsync("Ask");
        await f.IdleAsync();
        var failed = (await f.ReadAsync(id)).FailureDetails!;
        Assert.Equal(typeof(TaskFailedException).ToString(), failed.ErrorType);
        var activity = failed.InnerFailure!;
        Assert.Equal(("System.InvalidOperationException", "outer"), (activity.ErrorType, activity.ErrorMessage));
        Assert.Contains("FailureTests", activity.StackTrace, StringComparison.Ordinal);
        Assert.Equal("middle", activity.InnerFailure!.ErrorMessage);
        Assert.Equal("inner", activity.InnerFailure.InnerFailure!.ErrorMessage);
        Assert.True(activity.IsCausedBy<InvalidOperationException>());
        Assert.False(activity.IsCausedBy<TimeoutException>());
    }

    [Fact]
    public async Task FailureDetails_AfterARestart_AreTheSame()
    {
        await using var f = await EngineFixture.StartAsync(r => r
            .AddOrchestratorFunc("Ask", c => c.CallActivityAsync<int>("Fail"))
            .AddActivityFunc("Fail", _ => throw new InvalidOperationException("outer", new TimeoutException("inner"))));
        await f.BeginAsync("Ask", id: "a");
        await f.IdleAsync();
        var before = (await f.ReadAsync("a")).FailureDetails!;
        await f.ReopenAsync();
        var after = (await f.ReadAsync("a")).FailureDetails!;
        Assert.Equal(before.ToString(), after.ToString());
        Assert.Equal("inner", after.InnerFailure!.InnerFailure!.ErrorMessage);
    }

    [Fact]
    public async Task Orchestrator_Throwing_FailsWithItsOwnException()
    {
        await using var f = await EngineFixture.StartAsync(
            r => r.AddOrchestratorFunc<int, int>("Throw", int (_, n) =>
                throw new TimeoutException($"too late by {n}")));
        await f.BeginAsync("Throw", 1, "t");
        await f.IdleAsync();
        var end = await f.ReadAsync("t");
        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Equal(("System.TimeoutException", "too late by 1"),
            (end.FailureDetails!.ErrorType, end.FailureDetails.ErrorMessage));
        Assert.Null(end.SerializedOutput);
    }

    [Fact]
    public async Task Failure_OfASubOrchestratorsActivity_PassesThroughBothParents()
    {
        await using var f = await EngineFixture.StartAsync(r => r
            .AddOrchestratorFunc("Top", c => c.CallSubOrchestratorAsync<int>("Middle"))
            .AddOrchestratorFunc("Middle", c => c.CallActivityAsync<int>("Fail"))
            .AddActivityFunc("Fail", _ => throw new TimeoutException("deep")));
        await f.BeginAsync("Top", id: "t");
        await f.IdleAsync();
        var failure = (await f.ReadAsync("t")).FailureDetails;
        var messages = new List<string>();
        for (; failure is not null; failure = failure.InnerFailure) messages.Add(failure.ErrorMessage);
        Assert.Equal("deep", messages[^1]);
        Assert.Equal(3, messages.Count);
    }

    [Fact]
    public async Task Fan_WhereOneFails_LetsTheOthersFinishAndShowsTheFailure()
    {
        var done = 0;
        await using var f = await EngineFixture.StartAsync(r => r
            .AddOrchestratorFunc("Fan", async c =>
            {
                var calls = Enumerable.Range(0, 100).Select(i => c.CallActivityAsync<int>("One", i)).ToList();
                try
                {
                    await Task.WhenAll(calls);
                }
                catch (TaskFailedException)
                {
                    // The calls themselves are counted below.
                }
                return $"{calls.Count(t => t.IsCompletedSuccessfully)} {calls.Count(t => t.IsFaulted)}";
            })
            .AddActivityFunc<int, int>("One", (_, i) =>
                i == 42 ? throw new TimeoutException("no") : Interlocked.Increment(ref done)));
        Assert.Equal("99 1", await f.RunAsync<string>("Fan"));
        Assert.Equal(99, done);
    }

    [Fact]
    public async Task Timer_OfTenYears_SurvivesARestartAndFiresOnTime()
    {
        await using var f = await EngineFixture.StartAsync(r => r.AddOrchestratorFunc("Long", async c =>
        {
            await c.CreateTimer(TimeSpan.FromDays(3_653), CancellationToken.None);
            return c.CurrentUtcDateTime;
        }));
        await f.BeginAsync("Long", id: "l");
        await f.IdleAsync();
        await f.ReopenAsync();
        await f.AdvanceAsync(Duration.FromDays(3_653) - Duration.FromTicks(1));
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await f.ReadAsync("l")).RuntimeStatus);
        await f.AdvanceAsync(Duration.FromTicks(1));
        Assert.Equal(
            (EngineFixture.Epoch + Duration.FromDays(3_653)).ToDateTimeUtc(),
            (await f.ReadAsync("l")).ReadOutputAs<DateTime>());
    }
}
