using Microsoft.DurableTask;

namespace Tedori.Engine;

/// <summary>Something that reached an instance: a result, a timer, an event, an order.</summary>
internal sealed record Inbound(
    EntryKind Kind, int Id = 0, string? Name = null, byte[]? Payload = null, TaskFailureDetails? Failure = null)
{
    public static readonly Inbound Started = new(EntryKind.Started);

    public bool CompletesActivity => Kind is EntryKind.ActivityCompleted or EntryKind.ActivityFailed;
}
