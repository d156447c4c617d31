using DurableTask.Core.History;

namespace Tedori.Engine;

/// <summary>Suspends or resumes an instance. Where it already is as ordered, nothing happens.</summary>
internal sealed class OrderRequest(string instanceId, bool suspends, string? reason) : Request
{
    public override string Target => instanceId;

    public override void Apply(Dispatcher dispatcher)
    {
        if (dispatcher.Find(instanceId) is not { } instance)
        {
            Reject(InstanceWaiter.Missing(instanceId));
            return;
        }
        if (!instance.IsTerminal && instance.IsSuspended != suspends)
            dispatcher.Deliver(instance, Order());
        dispatcher.AcknowledgeWhenWritten(this);
    }

    private HistoryEvent Order() =>
        suspends ? new ExecutionSuspendedEvent(-1, reason) : new ExecutionResumedEvent(-1, reason);
}
