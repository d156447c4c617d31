using Microsoft.DurableTask;
using Tedori.Tests.Conformance.Backends;

namespace Tedori.Tests.Conformance;

#pragma warning disable DURABLE2003 // an activity that nobody registered

public abstract class ActivitySpecs(BackendKind kind, HubEmulator? emulator) : BackendSpecs(kind, emulator)
{
    [SkippableFact]
    public Task Activity_Called_ReturnsItsResult() => SpecAsync(
        r => r
            .AddOrchestratorFunc<int, int>("Twice", (c, n) => c.CallActivityAsync<int>("Double", n))
            .AddActivityFunc<int, int>("Double", (_, n) => n * 2),
        async b => Assert.Equal(42, await b.RunAsync<int>("Twice", 21)));

    [SkippableFact]
    public Task Activities_InSequence_SeeEachOthersResults() => SpecAsync(
        r => r
            .AddOrchestratorFunc<int, int>("Sum", async (c, n) =>
            {
                var sum = 0;
                for (var i = 0; i < n; i++) sum = await c.CallActivityAsync<int>("Next", sum);
                return sum;
            })
            .AddActivityFunc<int, int>("Next", (_, n) => n + 1),
        async b => Assert.Equal(10, await b.RunAsync<int>("Sum", 10)));

    [SkippableFact]
    public Task Activities_TenAtOnce_AllAnswer() => SpecAsync(
        r => r
            .AddOrchestratorFunc<int, int>("Fan", async (c, n) =>
                (await Task.WhenAll(Enumerable.Range(0, n).Select(i => c.CallActivityAsync<int>("Same", i)))).Sum())
            .AddActivityFunc<int, int>("Same", (_, n) => n),
        async b => Assert.Equal(45, await b.RunAsync<int>("Fan", 10)));

    [SkippableFact]
    public Task Activity_Failing_ArrivesAsTaskFailedException() => SpecAsync(
        r => r
            .AddOrchestratorFunc("Catch", async c =>
            {
                try
                {
                    await c.CallActivityAsync("Fail");
                    return "no";
                }
                catch (TaskFailedException e)
                {
                    var inner = e.FailureDetails.InnerFailure!;
                    return $"{e.TaskName} {e.FailureDetails.ErrorType} {e.FailureDetails.ErrorMessage}"
                        + $" {inner.ErrorMessage} {e.FailureDetails.IsCausedBy<InvalidOperationException>()}";
                }
            })
            .AddActivityFunc("Fail", _ => throw new InvalidOperationException("outer", new TimeoutException("inner"))),
        async b => Assert.Equal(
            "Fail System.InvalidOperationException outer inner True", await b.RunAsync<string>("Catch")));

    [SkippableFact]
    public Task Activity_NotRegistered_FailsWithoutRetry() => SpecAsync(
        r => r.AddOrchestratorFunc("Ask", async c =>
        {
            try
            {
                var retried = new TaskOptions(new RetryPolicy(2, TimeSpan.FromHours(1)));
                return $"{await c.CallActivityAsync<int>("Nobody", options: retried)}";
            }
            catch (TaskFailedException e)
            {
                return e.FailureDetails.ErrorType;
            }
        }),
        async b =>
        {
            var begun = b.Now;
            Assert.Equal("ActivityTaskNotFound", await b.RunAsync<string>("Ask"));
            Assert.InRange(b.Now, begun, begun.AddMinutes(59));
        });

    [SkippableFact]
    public Task Activity_InterruptedByAStop_RunsAgain()
    {
        var gate = new SemaphoreSlim(0);
        var runs = 0;
        return SpecAsync(
            r => r
                .AddOrchestratorFunc("Work", c => c.CallActivityAsync<int>("Slow"))
                .AddActivityFunc("Slow", async _ =>
                {
                    if (Interlocked.Increment(ref runs) == 1) await gate.WaitAsync();
                    return 5;
                }),
            async b =>
            {
                var id = await b.BeginAsync("Work");
                while (Volatile.Read(ref runs) == 0) await Task.Yield();
                await b.ReopenAsync();
                Assert.Equal(5, await b.OutputAsync<int>(id));
                Assert.Equal(2, runs);
                gate.Release();
            });
    }
}
