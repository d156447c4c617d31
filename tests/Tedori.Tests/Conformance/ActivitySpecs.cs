using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Tedori.Tests.Azurite;
using Tedori.Tests.Conformance.Backends;

namespace Tedori.Tests.Conformance;

#pragma warning disable DURABLE2003 // an activity that nobody registered

public abstract class ActivitySpecs(BackendKind kind, HubEmulator? emulator) : BackendSpecs(kind, emulator)
{
    [StoreFact]
    public Task Activity_Called_ReturnsItsResult() => SpecAsync(
        r => r
            .AddOrchestratorFunc<int, int>("Twice", (c, n) => c.CallActivityAsync<int>("Double", n))
            .AddActivityFunc<int, int>("Double", (_, n) => n * 2),
        async b => Assert.Equal(42, await b.RunAsync<int>("Twice", 21)));

    [StoreFact]
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

    [StoreFact]
    public Task Activities_FiftyAtOnce_AllAnswer() => SpecAsync(
        r => r
            .AddOrchestratorFunc<int, int>("Fan", async (c, n) =>
                (await Task.WhenAll(Enumerable.Range(0, n).Select(i => c.CallActivityAsync<int>("Same", i)))).Sum())
            .AddActivityFunc<int, int>("Same", (_, n) => n),
        async b => Assert.Equal(1_225, await b.RunAsync<int>("Fan", 50)));

    [StoreFact]
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

    [StoreFact]
    public Task Activity_NotRegistered_FailsWithoutRetry() => SpecAsync(
        r => r.AddOrchestratorFunc("Ask", c => c.CallActivityAsync<int>("Nobody", options: new TaskOptions(
            new RetryPolicy(5, TimeSpan.FromHours(1))))),
        async b =>
        {
            var begun = b.Now;
            var end = await b.EndAsync(await b.BeginAsync("Ask"));
            Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
            Assert.Equal("ActivityTaskNotFound", end.FailureDetails!.InnerFailure!.ErrorType);
            Assert.InRange(b.Now, begun, begun.AddMinutes(59));
        });
}
