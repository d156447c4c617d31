using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Tedori.Tests.Engine;

public sealed class RetryTests
{
    [Fact]
    public async Task Retry_OutOfAttempts_Fails() =>
        Assert.Equal([0, 10, 20], await AttemptsAsync(new RetryPolicy(3, TimeSpan.FromSeconds(10))));

    [Fact]
    public async Task Retry_WithALongestInterval_WaitsNoLonger() => Assert.Equal(
        [0, 10, 110, 210],
        await AttemptsAsync(new RetryPolicy(4, TimeSpan.FromSeconds(10), 10, TimeSpan.FromSeconds(100))));

    [Fact]
    public async Task Retry_WithATimeout_StopsAfterIt() => Assert.Equal(
        [0, 10, 20, 30],
        await AttemptsAsync(new RetryPolicy(99, TimeSpan.FromSeconds(10), 1, null, TimeSpan.FromSeconds(25))));

    [Fact]
    public async Task Retry_WhereHandleFailureDeclines_Stops() => Assert.Equal(
        [0], await AttemptsAsync(new RetryPolicy(9, TimeSpan.FromSeconds(10))
        {
            HandleFailure = failure => !failure.IsCausedBy<TimeoutException>(),
        }));

    [Fact]
    public async Task Retry_AcrossARestart_CountsOn()
    {
        var attempts = new List<double>();
        await using var f = await EngineFixture.StartAsync(r => { });
        var options = TaskOptions.FromRetryPolicy(new RetryPolicy(3, TimeSpan.FromSeconds(10)));
        await f.ReopenAsync(Failing(f, attempts, options));
        var id = await f.BeginAsync("Retry");
        await f.IdleAsync();
        await f.ReopenAsync();
        await f.PlayAsync();
        Assert.Equal([0, 10, 20], attempts);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await f.ReadAsync(id)).RuntimeStatus);
    }

    [Fact]
    public async Task RetryHandler_DecidesFromTheFailure()
    {
        var seen = new List<string>();
        var options = TaskOptions.FromRetryHandler(context =>
        {
            seen.Add($"{context.LastAttemptNumber} {context.LastFailure.ErrorMessage}");
            return context.LastAttemptNumber < 3;
        });
        var attempts = await AttemptsAsync(options);
        Assert.Equal(3, attempts.Count);
        Assert.Equal(["1 no", "2 no", "3 no"], seen.Distinct());
    }

    [Fact]
    public async Task AsyncRetryHandler_MayWaitForADurableTimer()
    {
        var options = TaskOptions.FromRetryHandler(async context =>
        {
            await context.OrchestrationContext.CreateTimer(TimeSpan.FromMinutes(1), CancellationToken.None);
            return context.LastAttemptNumber < 3;
        });
        Assert.Equal([0, 60, 120], await AttemptsAsync(options));
    }

    [Fact]
    public async Task SubOrchestrator_Failing_IsRetriedUnderTheSameId()
    {
        var runs = 0;
        await using var f = await EngineFixture.StartAsync(r => r
            .AddOrchestratorFunc("Parent", c => c.CallSubOrchestratorAsync<int>(
                "Child",
                options: new SubOrchestrationOptions(new RetryPolicy(3, TimeSpan.FromSeconds(5)), "kid")))
            .AddOrchestratorFunc("Child", _ => ++runs < 3 ? throw new TimeoutException("no") : runs));
        Assert.Equal(3, await f.RunAsync<int>("Parent"));
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await f.ReadAsync("kid")).RuntimeStatus);
    }

    private static Task<List<double>> AttemptsAsync(RetryPolicy policy) =>
        AttemptsAsync(TaskOptions.FromRetryPolicy(policy));

    private static async Task<List<double>> AttemptsAsync(TaskOptions options)
    {
        var attempts = new List<double>();
        await using var f = await EngineFixture.StartAsync(r => { });
        await f.ReopenAsync(Failing(f, attempts, options));
        var id = await f.BeginAsync("Retry");
        await f.PlayAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await f.ReadAsync(id)).RuntimeStatus);
        return attempts;
    }

    private static Action<DurableTaskRegistry> Failing(
        EngineFixture f, List<double> attempts, TaskOptions options) => r => r
        .AddOrchestratorFunc("Retry", c => c.CallActivityAsync<int>("Fail", options))
        .AddActivityFunc("Fail", _ =>
        {
            attempts.Add((f.Time.GetCurrentInstant() - EngineFixture.Epoch).TotalSeconds);
            throw new TimeoutException("no");
        });
}
