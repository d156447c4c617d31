using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Tedori.Testing.Engine;

namespace Tedori.Tests.Engine;

public sealed class OrderTests
{
    [Fact]
    public async Task PurgeAll_ByStatusInPages_RemovesTheMatching()
    {
        await using var f = await EngineFixture.StartAsync(r =>
        {
            Quick(r);
            Waiting(r);
        });
        await Task.WhenAll(Enumerable.Range(0, 1_200).Select(i => f.BeginAsync("Quick", id: $"q{i}")));
        await f.BeginAsync("Wait", id: "w");
        await f.IdleAsync();
        var result = await f.Client.PurgeAllInstancesAsync(
            new PurgeInstancesFilter(Statuses: [OrchestrationRuntimeStatus.Completed]));
        Assert.Equal(1_200, result.PurgedInstanceCount);
        Assert.NotNull(await f.Client.GetInstanceAsync("w"));
    }

    internal static void Quick(DurableTaskRegistry r) =>
        r.AddOrchestratorFunc<string, string>("Quick", (_, input) => input);

    internal static void Waiting(DurableTaskRegistry r) =>
        r.AddOrchestratorFunc("Wait", c => c.WaitForExternalEvent<int>("x"));
}
