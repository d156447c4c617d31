namespace Tedori.Engine;

/// <content>Which instances are in memory.</content>
internal sealed partial class Dispatcher
{
    private const int EvictionsAStep = 512;
    private const int FailedEvictionsAStep = 16;

    private readonly Dictionary<string, Instance> resident = [];
    private readonly LinkedList<Instance> byUse = new();
    private long instancesReplayed;
    private long turnsReplayed;

    /// <summary>How many instances were replayed because they were not in memory, and how many turns.</summary>
    public (long Instances, long Turns) Replayed =>
        (Interlocked.Read(ref instancesReplayed), Interlocked.Read(ref turnsReplayed));

    /// <summary>The instance, read when it is not in memory; null when there is none.</summary>
    public Instance? Find(string id)
    {
        if (resident.TryGetValue(id, out var known))
        {
            if (known.IsRemoved) return null;
            NoteUse(known);
            return known;
        }
        return reader.Find(id) is { } row ? Load(row) : null;
    }

    public Instance Create(InstanceRow row)
    {
        var instance = new Instance(row with { Key = ++lastKey }, stored: false);
        instance.Live = new LiveExecution(instance, runtime, []);
        Keep(instance);
        MarkDirty(instance);
        return instance;
    }

    /// <summary>Takes the instance and its history away with the next batch.</summary>
    public void Remove(Instance instance)
    {
        instance.Remove();
        queue.Set(instance.Key, instance.Id, null);
        MarkDirty(instance);
    }

    private void NoteReplay(int turns)
    {
        if (turns == 0) return;
        Interlocked.Increment(ref instancesReplayed);
        Interlocked.Add(ref turnsReplayed, turns);
    }

    private Instance Load(InstanceRow row)
    {
        var instance = new Instance(row, stored: true);
        var parts = reader.ReadLog(row.Key);
        instance.Restored(parts.Count == 0 ? 0 : parts[^1].Sequence);
        if (!instance.IsTerminal)
            instance.Follow(History.Read(parts.Select(p => p.Entries), instance.Started), runtime);
        Keep(instance);
        return instance;
    }

    private void Keep(Instance instance)
    {
        resident[instance.Id] = instance;
        instance.Place = byUse.AddLast(instance);
    }

    private void Forget(Instance instance)
    {
        if (instance.IsDirty || instance.Unsettled > 0 || instance.Place is null) return;
        byUse.Remove(instance.Place);
        instance.Place = null;
        if (resident.TryGetValue(instance.Id, out var known) && known == instance) resident.Remove(instance.Id);
    }

    private void NoteUse(Instance instance)
    {
        byUse.Remove(instance.Place!);
        byUse.AddLast(instance.Place!);
    }

    /// <summary>
    /// Lets the least used instances go. One that waits for an activity stays: it will be needed in a moment. Where
    /// nearly all are at work, a step looks at a few only.
    /// </summary>
    private void Evict()
    {
        var excess = Math.Min(resident.Count - options.CachedInstances, EvictionsAStep);
        for (var kept = 0; excess > 0 && kept < FailedEvictionsAStep && byUse.First is { } node; excess--)
        {
            var instance = node.Value;
            if (!instance.IsQueued && !(instance.Live?.OpenActivities.Count > 0)) Forget(instance);
            if (instance.Place is null) continue;
            NoteUse(instance);
            kept++;
        }
    }
}
