using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tedori.Tests.Codebase;

/// <summary>What the code relies on in <c>host.json</c>.</summary>
public sealed class HostJsonTests
{
    private static readonly JsonNode Host = JsonNode.Parse(
        File.ReadAllText(RepositoryRoot.Of("host.json")),
        documentOptions: new JsonDocumentOptions { AllowTrailingCommas = false })!;

    private static readonly JsonNode Durable = Host["extensions"]!["durableTask"]!;

    [Fact]
    public void Routes_HaveNoPrefix() => Assert.Equal("", (string?)Host["extensions"]!["http"]!["routePrefix"]);

    [Fact]
    public void TaskHub_IsNamed() => Assert.Equal("Tedori", (string?)Durable["hubName"]);

    // An orchestrator that is kept in memory between events would hide what a replay shows.
    [Fact]
    public void ExtendedSessions_AreOff() => Assert.False((bool)Durable["extendedSessionsEnabled"]!);

    [Fact]
    public void Tracing_IsDistributedAndHoldsNoInputs()
    {
        Assert.Equal("V2", (string?)Durable["tracing"]!["Version"]);
        Assert.True((bool)Durable["tracing"]!["DistributedTracingEnabled"]!);
        Assert.False((bool)Durable["tracing"]!["traceInputsAndOutputs"]!);
    }

    [Fact]
    public void Concurrency_IsBounded()
    {
        Assert.InRange((int)Durable["maxConcurrentActivityFunctions"]!, 1, 100);
        Assert.InRange((int)Durable["maxConcurrentOrchestratorFunctions"]!, 1, 100);
        Assert.InRange((int)Durable["storageProvider"]!["partitionCount"]!, 4, 16);
    }

    // A round of 100,000 entries publishes 400 pages in one orchestration; nothing here does ten times as much.
    [Fact]
    public void Histories_AreLimited() => Assert.InRange((int)Durable["maxOrchestrationActions"]!, 1000, 10_000);

    // Alerts read metrics and errors from the log: none of it may be sampled away.
    [Fact]
    public void Logs_AreNotSampled() => Assert.Contains(
        "Trace", ((string)Host["logging"]!["applicationInsights"]!["samplingSettings"]!["excludedTypes"]!).Split(';'));
}
