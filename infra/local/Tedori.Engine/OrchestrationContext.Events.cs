namespace Tedori.Engine;

/// <content>External events: kept until somebody waits, handed out first-in first-out per name.</content>
internal sealed partial class OrchestrationContext
{
    private readonly Dictionary<string, Queue<IEventWaiter>> waiters = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Inbound> kept = [];
    private int waits;

    /// <summary>Events that nobody has waited for yet, in the order in which they came.</summary>
    public IReadOnlyList<Inbound> KeptEvents => kept;

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        EnsureTurn();
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled<T>(cancellationToken);
        var waiter = new EventWaiter<T>();
        var index = kept.FindIndex(e => string.Equals(e.Name, eventName, StringComparison.OrdinalIgnoreCase));
        if (index >= 0)
        {
            var payload = kept[index].Payload;
            kept.RemoveAt(index);
            waiter.TryReceive(payload, runtime.Payloads);
            return waiter.Task;
        }
        Enqueue(eventName, waiter);
        waiter.Cancellation = cancellationToken.UnsafeRegister(_ => CancelWait(waiter, cancellationToken), null);
        return waiter.Task;
    }

    private void Enqueue(string name, IEventWaiter waiter)
    {
        waits++;
        if (!waiters.TryGetValue(name, out var line)) waiters.Add(name, line = new());
        line.Enqueue(waiter);
    }

    private void ReceiveEvent(Inbound entry)
    {
        if (waiters.TryGetValue(entry.Name!, out var line))
        {
            while (line.TryDequeue(out var waiter))
            {
                // Counted before the code runs: it may wait again at once.
                waits--;
                if (waiter.TryReceive(entry.Payload, runtime.Payloads)) return;
                waits++;
            }
        }
        kept.Add(entry);
    }

    private void CancelWait<T>(EventWaiter<T> waiter, CancellationToken token)
    {
        if (!scheduler.InTurn)
        {
            scheduler.Stray();
            return;
        }
        if (waiter.TrySetCanceled(token)) waits--;
    }
}
