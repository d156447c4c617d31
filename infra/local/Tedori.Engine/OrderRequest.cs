namespace Tedori.Engine;

/// <summary>Suspends or resumes an instance. Where it already is as ordered, nothing happens.</summary>
internal sealed class OrderRequest(string instanceId, EntryKind order, string? reason) : Request
{
    public override string Target => instanceId;

    public override void Apply(Dispatcher dispatcher)
    {
        if (dispatcher.Find(instanceId) is not { } instance)
        {
            Reject(InstanceWaiter.Missing(instanceId));
            return;
        }
        if (!instance.IsTerminal && instance.IsSuspended != (order == EntryKind.Suspended))
            dispatcher.Deliver(instance, new(order, Name: reason));
        dispatcher.AcknowledgeWhenWritten(this);
    }
}
