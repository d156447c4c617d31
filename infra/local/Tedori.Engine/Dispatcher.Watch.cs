using System.Diagnostics;
using System.Runtime.ExceptionServices;
using DurableTask.Core.History;

namespace Tedori.Engine;

/// <content>
/// The watch over turns that do not return. The blocked thread cannot be stopped, so it is left behind: another takes
/// the dispatching over, and the thread ends should its turn ever return.
/// </content>
internal sealed partial class Dispatcher
{
    private readonly Timer watch;
    private Instance? busyWith;
    private long busySince;
    private int relays;

    private Turn RunWatched(Instance instance, long at, List<HistoryEvent> inbox)
    {
        var relay = relays;
        Volatile.Write(ref busySince, Stopwatch.GetTimestamp());
        Volatile.Write(ref busyWith, instance);
        Turn turn = default;
        ExceptionDispatchInfo? thrown = null;
        try
        {
            turn = instance.Live!.Run(Ticks.ToUtc(at), inbox);
        }
        catch (Exception reason)
        {
            thrown = ExceptionDispatchInfo.Capture(reason);
        }
        if (Interlocked.Exchange(ref busyWith, null) is null || relay != relays) throw new LeftBehindException();
        thrown?.Throw();
        return turn;
    }

    private void Watch()
    {
        if (Volatile.Read(ref busyWith) is not { } instance) return;
        if (Stopwatch.GetElapsedTime(Volatile.Read(ref busySince)) < options.BlockedAfter) return;
        if (Interlocked.CompareExchange(ref busyWith, null, instance) != instance) return;
        relays++;
        instance.Live?.Abandon();
        var relief = new Thread(() => Relieve(instance)) { IsBackground = true, Name = "engine dispatcher" };
        Volatile.Write(ref thread, relief);
        relief.Start();
    }

    private void Relieve(Instance blocked)
    {
        lock (gate) incoming.InsertRange(0, taken);
        taken.Clear();
        FailInstance(blocked, new BlockedOrchestratorException(blocked.Name, blocked.Id, options.BlockedAfter));
        Run();
    }

    /// <summary>Ends a thread whose place was taken while its turn blocked.</summary>
    private sealed class LeftBehindException : Exception;
}
