namespace Tedori.Engine;

/// <summary>Raises an event. An event is a hint: one for an instance that does not run is dropped.</summary>
internal sealed class RaiseRequest(string instanceId, string name, byte[]? payload) : Request
{
    public override string Target => instanceId;

    public override void Apply(Dispatcher dispatcher)
    {
        dispatcher.Raise(instanceId, new(EntryKind.EventRaised, Name: name, Payload: payload));
        dispatcher.AcknowledgeWhenWritten(this);
    }
}
