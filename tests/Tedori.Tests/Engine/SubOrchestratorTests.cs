using Microsoft.DurableTask;

namespace Tedori.Tests.Engine;

#pragma warning disable DURABLE2003 // registered as a function

public sealed class SubOrchestratorTests
{
    [Fact]
    public async Task Sub_Failing_ArrivesAsTaskFailedException()
    {
        await using var f = await EngineFixture.StartAsync(r => r
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
            .AddOrchestratorFunc("Child", _ => throw new TimeoutException("too late")));
        Assert.Equal("Child too late", await f.RunAsync<string>("Parent"));
    }

    [Fact]
    public async Task Sub_FailingInAnActivity_ShowsTheCauseInside()
    {
        await using var f = await EngineFixture.StartAsync(r => r
            .AddOrchestratorFunc("Parent", c => c.CallSubOrchestratorAsync<int>("Child"))
            .AddOrchestratorFunc("Child", c => c.CallActivityAsync<int>("Fail"))
            .AddActivityFunc("Fail", _ => throw new TimeoutException("deep")));
        await f.BeginAsync("Parent", id: "p");
        await f.IdleAsync();
        var failure = (await f.ReadAsync("p")).FailureDetails!;
        Assert.Equal("deep", failure.InnerFailure!.InnerFailure!.ErrorMessage);
    }

    [Fact]
    public async Task Sub_SeesItsParent()
    {
        await using var f = await EngineFixture.StartAsync(r => r
            .AddOrchestratorFunc("Parent", c => c.CallSubOrchestratorAsync<string>("Child"))
            .AddOrchestratorFunc("Child", c => $"{c.Parent!.Name} {c.Parent.InstanceId}"));
        await f.BeginAsync("Parent", id: "p");
        await f.IdleAsync();
        Assert.Equal("Parent p", (await f.ReadAsync("p")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Sub_WithoutAnId_GetsOneThatIsDerived()
    {
        await using var f = await EngineFixture.StartAsync(r => r
            .AddOrchestratorFunc("Parent", async c =>
            {
                var calls = Enumerable.Range(0, 20).Select(_ => c.CallSubOrchestratorAsync<string>("Child"));
                return (await Task.WhenAll(calls)).Distinct().Count();
            })
            .AddOrchestratorFunc("Child", c => c.InstanceId));
        Assert.Equal(20, await f.RunAsync<int>("Parent"));
    }

    [Fact]
    public async Task Sub_UnderTheIdOfARunningInstance_FailsTheCall()
    {
        await using var f = await EngineFixture.StartAsync(r =>
        {
            OrderTests.Waiting(r);
            r.AddOrchestratorFunc("Parent", c => c.CallSubOrchestratorAsync<int>(
                "Wait", options: new SubOrchestrationOptions(instanceId: "taken")));
        });
        await f.BeginAsync("Wait", id: "taken");
        await f.BeginAsync("Parent", id: "p");
        await f.IdleAsync();
        var failure = (await f.ReadAsync("p")).FailureDetails!;
        Assert.Contains("'taken' already runs", failure.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sub_EndingAfterARestart_AnswersItsParent()
    {
        await using var f = await EngineFixture.StartAsync(r =>
        {
            OrderTests.Waiting(r);
            r.AddOrchestratorFunc("Parent", c => c.CallSubOrchestratorAsync<int>(
                "Wait", options: new SubOrchestrationOptions(instanceId: "kid")));
        });
        await f.BeginAsync("Parent", id: "p");
        await f.IdleAsync();
        await f.ReopenAsync();
        await f.Client.RaiseEventAsync("kid", "x", 8);
        await f.IdleAsync();
        Assert.Equal(8, (await f.ReadAsync("p")).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Sub_ContinuingAsNew_AnswersItsParentInTheEnd()
    {
        await using var f = await EngineFixture.StartAsync(r => r
            .AddOrchestratorFunc("Parent", c => c.CallSubOrchestratorAsync<int>("Loop", 0))
            .AddOrchestratorFunc<int, int>("Loop", (c, n) =>
            {
                if (n < 10) c.ContinueAsNew(n + 1);
                return n;
            }));
        Assert.Equal(10, await f.RunAsync<int>("Parent"));
    }

    [Fact]
    public async Task Options_GivenAsInput_AreRefused()
    {
        await using var f = await EngineFixture.StartAsync(r => r.AddOrchestratorFunc("Slip", async c =>
        {
            await Assert.ThrowsAsync<ArgumentException>(async () => await c.CallActivityAsync<int>(
                "A", input: new TaskOptions(new RetryPolicy(1, TimeSpan.FromSeconds(1)))));
            return 1;
        }));
        Assert.Equal(1, await f.RunAsync<int>("Slip"));
    }
}
