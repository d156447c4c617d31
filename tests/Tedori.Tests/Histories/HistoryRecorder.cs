using System.Text.Json.Nodes;
using Tedori.Engine;
using Tedori.Season;

namespace Tedori.Tests.Histories;

/// <summary>Exports the histories of a few instances whenever a season pauses: the last form of each execution.</summary>
internal sealed class HistoryRecorder(DurableEngine engine, params string[] instances)
    : IProgress<SeasonProgress>
{
    private readonly Dictionary<string, OrderedDictionary<string, string>> histories = instances.ToDictionary(
        i => i, _ => new OrderedDictionary<string, string>());

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Histories => histories.ToDictionary(
        h => h.Key, h => (IReadOnlyList<string>)[.. h.Value.Values]);

    public void Report(SeasonProgress value)
    {
        foreach (var instance in instances)
            Record(instance);
    }

    // The season reports between two deeds, when nothing runs, so the export is done when it is asked for.
    private void Record(string instance)
    {
        if (engine.Client.GetInstanceAsync(instance, CancellationToken.None).GetAwaiter().GetResult() is null)
            return;
        var history = engine.ExportHistoryAsync(instance).GetAwaiter().GetResult();
        if (JsonNode.Parse(history)!.AsArray() is [{ } begun, ..])
            histories[instance][begun["Timestamp"]!.ToString()] = history;
    }
}
