using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.DependencyInjection;
using Tedori.Engine;
using Tedori.Functions.Durable;
using Tedori.Local.Host;
using Tedori.Programme.Serialization;
using Tedori.Testing;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Durable;

namespace Tedori.Tests.Histories;

/// <summary>
/// Histories of one case as Azure Storage keeps them: waiting for the draw, waiting for the registration, lapsed. The
/// specs of the programme on Azure Storage write them.
/// </summary>
internal static class AzureStorageHistories
{
    /// <summary>What a replay shares with the worker that ran the case.</summary>
    public static readonly HistoryReplayOptions Recorded = new()
    {
        DataConverter = new JsonDataConverter(TedoriJson.Options),
        MaximumTimerInterval = DurableTimers.MaximumInterval,
    };

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static string GoldenFile { get; } = Path.Combine(
        RepositoryRoot.Path, "tests", "Tedori.Tests", "Histories", $"AzureStorage.{nameof(CaseOrchestrator)}.json");

    /// <summary>Today's orchestrators.</summary>
    public static DurableTaskRegistry Registry() => DurableWrappers.Registry(
        FunctionCatalog.Of(typeof(CaseFunctions).Assembly), new ServiceCollection().BuildServiceProvider());

    public static async Task<IReadOnlyList<string>> ReadAsync() =>
        [.. JsonNode.Parse(await File.ReadAllTextAsync(GoldenFile))!.AsArray().Select(h => h!.ToJsonString())];

    public static Task WriteAsync(IEnumerable<string> histories)
    {
        var all = new JsonArray([.. histories.Select(h => JsonNode.Parse(h))]);
        return File.WriteAllTextAsync(GoldenFile, all.ToJsonString(Indented) + "\n");
    }
}
