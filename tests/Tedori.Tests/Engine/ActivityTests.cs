using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using NodaTime;
using Tedori.Engine;

namespace Tedori.Tests.Engine;

#pragma warning disable DURABLE2003 // an activity that nobody registered

public sealed class ActivityTests
{
    [Fact]
    public async Task Activity_Called_ReturnsItsResult()
    {
        await using var f = await EngineFixture.StartAsync(r => r
            .AddOrchestratorFunc<int, int>("Twice", (c, n) => c.CallActivityAsync<int>("Double", n))
            .AddActivityFunc<int, int>("Double", (_, n) => n * 2));
        Assert.Equal(42, await f.RunAsync<int>("Twice", 21));
    }

    [Fact]
    public async Task Activities_InSequence_SeeEachOthersResults()
    {
        await using var f = await EngineFixture.StartAsync(r => r
            .AddOrchestratorFunc<int, int>("Sum", async (c, n) =>
            {
                var sum = 0;
                for (var i = 0; i < n; i++) sum = await c.CallActivityAsync<int>("Next", sum);
                return sum;
            })
            .AddActivityFunc<int, int>("Next", (_, n) => n + 1));
        Assert.Equal(50, await f.RunAsync<int>("Sum", 50));
    }

    [Fact]
    public async Task Activities_AThousandAtOnce_AllAnswer()
    {
        await using var f = await EngineFixture.StartAsync(r => r
            .AddOrchestratorFunc<int, int>("Fan", async (c, n) =>
                (await Task.WhenAll(Enumerable.Range(0, n).Select(i => c.CallActivityAsync<int>("Same", i)))).Sum())
            .AddActivityFunc<int, int>("Same", (_, n) => n));
        Assert.Equal(499_500, await f.RunAsync<int>("Fan", 1_000));
    }

    [Fact]
    public async Task Activity_Failing_ArrivesAsTaskFailedException()
    {
        await using var f = await EngineFixture.StartAsync(r => r
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
            .AddActivityFunc("Fail", _ => throw new InvalidOperationException("outer", new TimeoutException("inner"))));
        Assert.Equal(
            "Fail System.InvalidOperationException outer inner True", await f.RunAsync<string>("Catch"));
    }

    [Fact]
    public async Task Activity_FailingTwice_IsRetriedWithBackOff()
    {
        var attempts = new List<Instant>();
        EngineFixture f = null!;
        await using (f = await EngineFixture.StartAsync(r => r
            .AddOrchestratorFunc("Retry", c => c.CallActivityAsync<int>("Flaky", options: new TaskOptions(
                new RetryPolicy(5, TimeSpan.FromSeconds(10), backoffCoefficient: 2))))
            .AddActivityFunc("Flaky", _ =>
            {
                attempts.Add(f.Time.GetCurrentInstant());
                return attempts.Count < 4 ? throw new TimeoutException("later") : attempts.Count;
            })))
        {
            Assert.Equal(4, await f.RunAsync<int>("Retry"));
            Assert.Equal([0, 10, 30, 70], attempts.Select(a => (a - EngineFixture.Epoch).TotalSeconds));
        }
    }

    [Fact]
    public async Task Activity_NotRegistered_FailsWithoutRetry()
    {
        await using var f = await EngineFixture.StartAsync(r => r
            .AddOrchestratorFunc("Ask", c => c.CallActivityAsync<int>("Nobody", options: new TaskOptions(
                new RetryPolicy(5, TimeSpan.FromSeconds(10))))));
        var id = await f.BeginAsync("Ask");
        await f.IdleAsync();
        var end = await f.ReadAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Equal("ActivityTaskNotFound", end.FailureDetails!.InnerFailure!.ErrorType);
        Assert.Null(f.Engine.NextDue);
    }
}
