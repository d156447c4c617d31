namespace Tedori.Engine;

/// <summary>Terminates an instance and, if asked, its children that still run, from the leaves up.</summary>
internal sealed class TerminateRequest(string instanceId, byte[]? output, bool recursive) : Request
{
    public override string Target => instanceId;

    public override void Apply(Dispatcher dispatcher)
    {
        if (dispatcher.Find(instanceId) is not { } instance)
        {
            Reject(InstanceWaiter.Missing(instanceId));
            return;
        }
        dispatcher.Terminate(instance, output, recursive);
        dispatcher.AcknowledgeWhenWritten(this);
    }
}
