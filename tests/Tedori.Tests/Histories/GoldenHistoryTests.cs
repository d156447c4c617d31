using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.DependencyInjection;
using Tedori.Engine;
using Tedori.Functions.Durable;
using Tedori.Local.Host;
using Tedori.Programme.Editions;
using Tedori.Programme.Serialization;
using Tedori.Season;
using Tedori.Testing;
using Tedori.Testing.Data;
using Tedori.Tests.Bulk;
using Tedori.Workflows.Bulk;
using Tedori.Workflows.Canary;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Durable;
using Tedori.Workflows.Notices;
using Tedori.Workflows.Rounds;

namespace Tedori.Tests.Histories;

#pragma warning disable DURABLE2003 // code that history does not know, on purpose

/// <summary>
/// Histories of a full case, its round, a notice and a canary, recorded from a season, and of work on many cases, replayed against today's code: a
/// change that would break a running instance fails here. Run with TEDORI_UPDATE_GOLDEN=1 to record them anew, which is
/// right only for orchestrators that got a new class name, or before anything runs in production.
/// </summary>
public sealed class GoldenHistoryTests
{
    private const string Case = "r7-05-00009";
    private const string Round = "round-r7-05";
    private const string Canary = "canary-20250601T183000Z";

    private static readonly HistoryReplayOptions Same = new()
    {
        DataConverter = new JsonDataConverter(TedoriJson.Options),
        MaximumTimerInterval = DurableTimers.MaximumInterval,
    };

    [Theory]
    [InlineData(nameof(CaseOrchestrator), 15)]
    [InlineData(nameof(RoundOrchestrator), 4)]
    [InlineData(nameof(NoticeOrchestrator), 2)]
    [InlineData(nameof(CanaryOrchestrator), 1)]
    [InlineData(nameof(BulkOrchestrator), 1)]
    public async Task Replay_RecordedHistories_FollowsThem(string orchestrator, int atLeast)
    {
        var histories = await HistoriesAsync(orchestrator);
        Assert.True(histories.Count >= atLeast, $"{histories.Count} histories of {orchestrator}");
        foreach (var history in histories)
            HistoryReplay.Run(history, Registry(), Same);
    }

    [Theory]
    [InlineData(nameof(CaseOrchestrator))]
    [InlineData(nameof(RoundOrchestrator))]
    [InlineData(nameof(NoticeOrchestrator))]
    [InlineData(nameof(CanaryOrchestrator))]
    [InlineData(nameof(BulkOrchestrator))]
    public async Task Replay_OfCodeThatDoesSomethingElse_Fails(string orchestrator)
    {
        var changed = new DurableTaskRegistry().AddOrchestratorFunc<object?, object?>(
            orchestrator, async (context, _) => await context.CallActivityAsync<object?>("SomethingElse"));
        foreach (var history in await HistoriesAsync(orchestrator))
            Assert.Throws<NonDeterministicOrchestrationException>(
                () => HistoryReplay.Run(history, changed, Same));
    }

    private static DurableTaskRegistry Registry() => DurableWrappers.Registry(
        FunctionCatalog.Of(typeof(CaseFunctions).Assembly), new ServiceCollection().BuildServiceProvider());

    private static async Task<List<string>> HistoriesAsync(string orchestrator)
    {
        var file = FileOf(orchestrator);
        if (Environment.GetEnvironmentVariable("TEDORI_UPDATE_GOLDEN") == "1")
            await Recording.Value;
        return [.. JsonNode.Parse(await File.ReadAllTextAsync(file))!.AsArray().Select(h => h!.ToJsonString())];
    }

    private static readonly Lazy<Task> Recording = new(RecordAsync);

    private static async Task RecordAsync()
    {
        using var folder = new TemporaryFolder();
        var options = new SeasonOptions(EditionReader.R7(), 20, 1);
        await using var run = await SeasonRun.OpenAsync(options, folder.Path, CancellationToken.None);
        var notices = Notices(options.Seed);
        var recorder = new HistoryRecorder(run.Engine, [Case, Round, Canary, .. notices]);
        await run.PlayAsync(recorder, CancellationToken.None);
        Write(nameof(CaseOrchestrator), recorder.Histories[Case]);
        Write(nameof(RoundOrchestrator), recorder.Histories[Round]);
        Write(nameof(CanaryOrchestrator), recorder.Histories[Canary]);
        Write(nameof(NoticeOrchestrator), notices.SelectMany(n => recorder.Histories[n]));
        Write(nameof(BulkOrchestrator), [await BulkAsync()]);
    }

    // Work on 24 cases that is held when the twentieth has begun: no season has any.
    private static async Task<string> BulkAsync()
    {
        var opened = new TaskCompletionSource();
        await using var work = new CountedWork { Total = 24, Gate = (opened, 4) };
        await using var engine = await work.StartAsync();
        await work.BegunAsync(20);
        var history = await engine.Engine.ExportHistoryAsync(CountedWork.Id.Instance);
        opened.SetResult();
        await engine.PlayAsync();
        return history;
    }

    // One that is reported as delivered at once, and three on which the report comes later.
    private static List<string> Notices(long seed) =>
    [
        $"{Case}.resultWon.0002",
        .. Enumerable.Range(1, 5).SelectMany(
            round => Enumerable.Range(1, 12).Select(i => $"r7-{round:00}-{i:00000}.entryReceived.0001"))
            .Where(n => Dice.For(seed, "post", n).InThousand(50)).Take(3),
    ];

    private static void Write(string orchestrator, IEnumerable<string> histories)
    {
        var all = new JsonArray([.. histories.Select(h => JsonNode.Parse(h))]);
        File.WriteAllText(FileOf(orchestrator), all.ToJsonString(Indented) + "\n");
    }

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static string FileOf(string orchestrator) =>
        Path.Combine(RepositoryRoot.Path, "tests", "Tedori.Tests", "Histories", $"{orchestrator}.json");
}
