using Microsoft.DurableTask;
using Tedori.Engine;
using Tedori.Testing;
using Tedori.Testing.Data;

namespace Tedori.Tests.Engine;

#pragma warning disable DURABLE2003 // registered as a function

public sealed class ReadmeTests
{
    [Fact]
    public async Task Embedding_AsTheReadmeSays_Runs()
    {
        using var folder = new TemporaryFolder();
        var registry = new DurableTaskRegistry()
            .AddOrchestratorFunc<string, string>(
                "Hello", (context, name) => context.CallActivityAsync<string>("Greet", name))
            .AddActivityFunc<string, string>("Greet", (_, name) => $"Hello, {name}.");
        await using var engine = await DurableEngine.OpenAsync(
            new EngineOptions { DataFolder = folder.Path, Registry = registry });
        engine.Start();
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Hello", "Tokyo");
        var end = await engine.Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true)
            .WaitAsync(Patience.Limit);
        Assert.Equal("Hello, Tokyo.", end.ReadOutputAs<string>());
    }
}
