using System.Text.Json;

namespace Tedori.Engine;

/// <summary>A wait for an event whose payload is read as <typeparamref name="T"/>.</summary>
internal sealed class EventWaiter<T> : TaskCompletionSource<T>, IEventWaiter
{
    public CancellationTokenRegistration Cancellation { get; set; }

    public bool TryReceive(byte[]? payload, Payloads payloads)
    {
        if (Task.IsCompleted) return false;
        Cancellation.Dispose();
        try
        {
            SetResult(payloads.Read<T>(payload));
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            SetException(e);
        }
        return true;
    }
}
