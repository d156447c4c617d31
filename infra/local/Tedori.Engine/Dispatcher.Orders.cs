using System.Text;
using DurableTask.Core.History;
using Microsoft.DurableTask.Client;

namespace Tedori.Engine;

/// <content>What callers order.</content>
internal sealed partial class Dispatcher
{
    /// <summary>Creates an instance and starts it, now or when its time has come.</summary>
    public void Begin(InstanceRow row)
    {
        var now = Now;
        var instance = Create(row with
        {
            CreatedAt = now,
            UpdatedAt = now,
            StartAt = row.StartAt > now ? row.StartAt : null,
        });
        if (instance.StartAt is null) Deliver(instance, instance.Started());
        else Touch(instance);
    }

    public void Terminate(Instance instance, byte[]? output, bool recursive)
    {
        if (recursive)
        {
            foreach (var child in ChildrenOf(instance)) Terminate(child, output, recursive: true);
        }
        if (instance.IsTerminal) return;
        instance.Record(
            new ExecutionTerminatedEvent(-1, output is null ? null : Encoding.UTF8.GetString(output)), Now);
        End(instance, OrchestrationRuntimeStatus.Terminated, output);
    }

    public int Purge(string instanceId, bool recursive)
    {
        if (Find(instanceId) is not { IsTerminal: true } instance) return 0;
        var purged = 1;
        if (recursive)
        {
            foreach (var child in ChildrenOf(instance)) purged += Purge(child.Id, recursive: true);
        }
        Remove(instance);
        return purged;
    }

    private List<Instance> ChildrenOf(Instance parent)
    {
        // Children of the latest batches are in memory only; older ones may be on disk only.
        var ids = new SortedSet<string>(reader.ChildrenOf(parent.Key), StringComparer.Ordinal);
        foreach (var instance in byUse.Where(i => i.Parent?.Key == parent.Key)) ids.Add(instance.Id);
        return ids.Select(Find).OfType<Instance>().Where(i => i.Parent?.Key == parent.Key).ToList();
    }
}
