using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Tedori.Cli.Costs;
using Tedori.Testing;

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

    // The host's own telemetry leaves as OpenTelemetry too; in this mode it reads no samplingSettings, so none mislead.
    [Fact]
    public void Telemetry_IsOpenTelemetry_AndNothingOfTheOtherModeIsLeft()
    {
        Assert.Equal("OpenTelemetry", (string?)Host["telemetryMode"]);
        Assert.Null(Host["logging"]!["applicationInsights"]);
    }

    // What is in flight when a process is killed becomes visible again after these. A running activity renews its own.
    [Fact]
    public void InFlight_AfterAKill_IsTakenUpWithinTheMinutesThatTheReadmeStates()
    {
        var activities = TimeSpan.Parse(Storage("workItemQueueVisibilityTimeout"), CultureInfo.InvariantCulture);
        var turns = TimeSpan.Parse(Storage("controlQueueVisibilityTimeout"), CultureInfo.InvariantCulture);

        // The worker renews 30 s before the end.
        Assert.InRange(activities, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5));
        Assert.InRange(turns, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5));
        Assert.Contains(
            $"an activity after {activities.TotalMinutes} minute, a turn after {turns.TotalMinutes} minutes",
            Readme, StringComparison.Ordinal);
    }

    [Fact]
    public void Partitions_InTheReadme_AreThoseOfTheHub()
    {
        var partitions = (int)Durable["storageProvider"]!["partitionCount"]!;

        Assert.Equal(
            [$"{partitions} partitions"],
            Regex.Matches(Readme, @"\b\d+ partitions\b").Select(match => match.Value).Distinct());
        Assert.Equal(partitions, IdleOperations.OfTheHost().Partitions);
    }

    [Theory]
    [InlineData("DurableTask.AzureStorage", LogLevel.Warning)]
    [InlineData("DurableTask.Core", LogLevel.Warning)]
    [InlineData("Host.Triggers.DurableTask", LogLevel.Warning)]
    [InlineData("Azure.Identity", LogLevel.Warning)]
    [InlineData("Azure.Core", LogLevel.Warning)]
    [InlineData("Azure.Storage.Queues", LogLevel.Warning)]
    [InlineData("Function.Sweep", LogLevel.Information)]
    [InlineData("Host.Results", LogLevel.Information)]
    public void Logs_OfACategory_BeginAtALevel(string category, LogLevel lowest)
    {
        using var logging = LoggerFactory.Create(builder => builder
            .AddConfiguration(new ConfigurationBuilder().AddJsonFile(RepositoryRoot.Of("host.json")).Build()
                .GetSection("logging"))
            .AddProvider(new Listening()));
        var log = logging.CreateLogger(category);

        Assert.Equal(lowest <= LogLevel.Information, log.IsEnabled(LogLevel.Information));
        Assert.True(log.IsEnabled(LogLevel.Warning));
    }

    private static string Readme => File.ReadAllText(RepositoryRoot.Of("infra", "OPERATIONS.md"));

    private static string Storage(string name) => (string)Durable["storageProvider"]![name]!;

    private sealed class Listening : ILoggerProvider
    {
        public ILogger CreateLogger(string categoryName) => new FakeLogger();

        public void Dispose()
        {
        }
    }
}
