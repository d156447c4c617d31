namespace Tedori.Engine;

/// <summary>An orchestrator's wait for an event.</summary>
internal interface IEventWaiter
{
    /// <summary>Hands the event over. False: the wait was given up, the event is for the next in line.</summary>
    bool TryReceive(byte[]? payload, Payloads payloads);
}
