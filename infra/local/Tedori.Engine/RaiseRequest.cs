using DurableTask.Core.History;

namespace Tedori.Engine;

/// <summary>Raises an event. An event is a hint: one for an instance that does not run is dropped.</summary>
internal sealed class RaiseRequest(string instanceId, string name, string? payload) : Request
{
    public override string Target => instanceId;

    public override void Apply(Dispatcher dispatcher)
    {
        dispatcher.Raise(instanceId, new EventRaisedEvent(-1, payload) { Name = name });
        dispatcher.AcknowledgeWhenWritten(this);
    }
}
