using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Tedori.Tests.Conformance.Backends;

namespace Tedori.Tests.Conformance;

public abstract class RetrySpecs(BackendKind kind, HubEmulator? emulator) : BackendSpecs(kind, emulator)
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(100);

    private readonly List<DateTimeOffset> attempts = [];
    private Backend backend = null!;

    [SkippableFact]
    public Task Retry_SucceedingInTheEnd_WaitsLongerEachTime() => SpecAsync(
        r => r
            .AddOrchestratorFunc("Retry", c => c.CallActivityAsync<int>("Flaky", options: new TaskOptions(
                new RetryPolicy(5, Short, backoffCoefficient: 2))))
            .AddActivityFunc("Flaky", _ =>
            {
                attempts.Add(backend.Now);
                return attempts.Count < 4 ? throw new TimeoutException("later") : attempts.Count;
            }),
        async b =>
        {
            backend = b;
            Assert.Equal(4, await b.RunAsync<int>("Retry"));
            AssertGaps(1, 2, 4);
        });

    [SkippableFact]
    public Task Retry_OutOfAttempts_Fails() => FailingAsync(new RetryPolicy(3, Short), () => AssertGaps(1, 1));

    [SkippableFact]
    public Task Retry_WithALongestInterval_WaitsNoLonger() => FailingAsync(
        new RetryPolicy(4, Short, 10, 2 * Short), () => AssertGaps(1, 2, 2));

    [SkippableFact]
    public Task Retry_WithATimeout_StopsAfterIt() => FailingAsync(
        new RetryPolicy(99, Short, 1, null, 2.5 * Short),
        () =>
        {
            // In real time attempts take time too, and on Azure Storage waits this short none.
            var (least, most) = backend is EngineBackend ? (4, 4) : (1, 98);
            Assert.InRange(attempts.Count, least, most);
        });

    [SkippableFact]
    public Task Retry_WhereHandleFailureDeclines_Stops() => FailingAsync(
        new RetryPolicy(9, Short) { HandleFailure = failure => !failure.IsCausedBy<TimeoutException>() },
        () => AssertGaps());

    [SkippableFact]
    public Task Retry_AcrossARestart_CountsOn() => SpecAsync(
        r => Failing(r, TaskOptions.FromRetryPolicy(new RetryPolicy(3, TimeSpan.FromSeconds(1)))),
        async b =>
        {
            backend = b;
            var id = await b.BeginAsync("Retry");
            await b.UntilAsync(id, _ => attempts.Count >= 2);
            await b.ReopenAsync();
            Assert.Equal(OrchestrationRuntimeStatus.Failed, (await b.EndAsync(id)).RuntimeStatus);
            // In real time the stop may come before an attempt's failure is kept: then that one runs once more. A
            // count that began anew would come to five.
            Assert.InRange(attempts.Count, 3, backend is EngineBackend ? 3 : 4);
        });

    [SkippableFact]
    public Task RetryHandler_Asked_DecidesFromTheFailure()
    {
        var seen = new List<string>();
        return FailingAsync(
            TaskOptions.FromRetryHandler(context =>
            {
                seen.Add($"{context.LastAttemptNumber} {context.LastFailure.ErrorMessage}");
                return context.LastAttemptNumber < 3;
            }),
            () =>
            {
                Assert.Equal(3, attempts.Count);
                Assert.Equal(["1 no", "2 no", "3 no"], seen.Distinct());
            });
    }

    [SkippableFact]
    public Task AsyncRetryHandler_Asked_MayWaitForADurableTimer() => FailingAsync(
        TaskOptions.FromRetryHandler(async context =>
        {
            await context.OrchestrationContext.CreateTimer(Short, CancellationToken.None);
            return context.LastAttemptNumber < 3;
        }),
        () => AssertGaps(1, 1));

    [SkippableFact]
    public Task SubOrchestrator_Failing_IsRetriedUnderTheSameId()
    {
        var runs = 0;
        return SpecAsync(
            r => r
                .AddOrchestratorFunc("Parent", c => c.CallSubOrchestratorAsync<int>(
                    "Child", options: new SubOrchestrationOptions(new RetryPolicy(3, Short), "kid")))
                .AddOrchestratorFunc("Child", _ => ++runs < 3 ? throw new TimeoutException("no") : runs),
            async b =>
            {
                Assert.Equal(3, await b.RunAsync<int>("Parent"));
                Assert.Equal(OrchestrationRuntimeStatus.Completed, (await b.ReadAsync("kid")).RuntimeStatus);
            });
    }

    private Task FailingAsync(
        RetryPolicy policy, Action check, [System.Runtime.CompilerServices.CallerMemberName] string name = "") =>
        FailingAsync(TaskOptions.FromRetryPolicy(policy), check, name);

    private Task FailingAsync(
        TaskOptions options, Action check, [System.Runtime.CompilerServices.CallerMemberName] string name = "") =>
        SpecAsync(
            r => Failing(r, options),
            async b =>
            {
                backend = b;
                var end = await b.EndAsync(await b.BeginAsync("Retry"));
                Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
                check();
            },
            name: name);

    private void Failing(DurableTaskRegistry registry, TaskOptions options) => registry
        .AddOrchestratorFunc("Retry", c => c.CallActivityAsync<int>("Fail", options))
        .AddActivityFunc("Fail", _ =>
        {
            attempts.Add(backend.Now);
            throw new TimeoutException("no");
        });

    private void AssertGaps(params int[] gaps)
    {
        Assert.Equal(gaps.Length + 1, attempts.Count);
        foreach (var (gap, i) in gaps.Select((g, i) => (g, i)))
            backend.AssertWaited(gap * Short, attempts[i + 1] - attempts[i]);
    }
}
