using Microsoft.DurableTask;
using Tedori.Testing.Engine;

namespace Tedori.Tests.Engine;

#pragma warning disable DURABLE2003 // registered as a function

public sealed class SubOrchestratorTests
{
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
}
