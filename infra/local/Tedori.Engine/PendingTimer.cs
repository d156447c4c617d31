namespace Tedori.Engine;

/// <summary>A durable timer that has not fired.</summary>
internal sealed class PendingTimer(int id, long due) : TaskCompletionSource
{
    public int Id => id;

    public long Due => due;

    public CancellationTokenRegistration Cancellation { get; set; }
}
