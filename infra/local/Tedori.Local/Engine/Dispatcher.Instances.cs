namespace Tedori.Local.Engine;

/// <content>Which instances are in memory.</content>
internal sealed partial class Dispatcher
{
    private const int EvictionsAStep = 512;

    private readonly Dictionary<string, Instance> resident = [];
    private readonly LinkedList<Instance> byUse = new();

    /// <summary>The instance, read and replayed when it is not in memory; null when there is none.</summary>
    public Instance? Find(string id)
    {
        if (resident.TryGetValue(id, out var known))
        {
            if (known.IsRemoved) return null;
            byUse.Remove(known.Place!);
            byUse.AddLast(known.Place!);
            return known;
        }
        return reader.Find(id) is { } row ? Load(row) : null;
    }

    public Instance Create(InstanceRow row)
    {
        var instance = new Instance(row with { Key = ++lastKey }, stored: false);
        instance.Context = new OrchestrationContext(instance, runtime);
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

    private Instance Load(InstanceRow row)
    {
        var instance = new Instance(row, stored: true);
        var parts = reader.ReadLog(row.Key);
        instance.Restored(parts.Count == 0 ? 0 : parts[^1].Sequence);
        if (!instance.IsTerminal) replayer.Replay(instance, parts.Select(p => p.Entries));
        Keep(instance);
        if (instance.Divergence is { } divergence) FailInstance(instance, divergence);
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

    /// <summary>
    /// Lets the least used instances go. One that waits for an activity stays: it will be needed in a moment.
    /// </summary>
    private void Evict()
    {
        var excess = resident.Count - options.CachedInstances;
        for (var looked = 0; excess > 0 && looked < EvictionsAStep && byUse.First is { } node; looked++)
        {
            var instance = node.Value;
            if (!instance.IsQueued && !(instance.Context?.OpenActivities.Count > 0)) Forget(instance);
            if (instance.Place is null) excess--;
            else
            {
                byUse.Remove(node);
                byUse.AddLast(node);
            }
        }
    }
}
