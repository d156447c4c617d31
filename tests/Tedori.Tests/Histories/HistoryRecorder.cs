using Tedori.Engine;
using Tedori.Local.Season;

namespace Tedori.Tests.Histories;

/// <summary>Exports the histories of a few instances whenever a season pauses, each form of each once.</summary>
internal sealed class HistoryRecorder(DurableEngine engine, params string[] instances) : IProgress<SeasonProgress>
{
    private readonly Dictionary<string, List<string>> histories = instances.ToDictionary(
        i => i, _ => new List<string>());
    private readonly HashSet<string> seen = [];

    public IReadOnlyDictionary<string, List<string>> Histories => histories;

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
        if (seen.Add(history))
            histories[instance].Add(history);
    }
}
