using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Tedori.Engine;

/// <summary>
/// Where the dispatcher has orchestrators replayed while it waits. Code that blocks there is left behind with the
/// thread it holds, and another thread replays the rest.
/// </summary>
internal sealed class ReplayThread(TimeSpan blockedAfter, ILogger logger) : IDisposable
{
    private readonly object gate = new();
    private List<Replay> replays = [];
    private int next;
    private long since;
    private Exception? error;
    private Thread? thread;
    private bool closing;

    private bool IsDone => next == replays.Count || error is not null;

    /// <summary>Runs the replays, one after the other.</summary>
    public void Run(List<Replay> wanted)
    {
        lock (gate)
        {
            (replays, next, error, since) = (wanted, 0, null, Stopwatch.GetTimestamp());
            if (thread is null) StartThread();
            else Monitor.PulseAll(gate);
            while (!IsDone)
            {
                Monitor.Wait(gate, blockedAfter / 4);
                if (!IsDone && Stopwatch.GetElapsedTime(since) >= blockedAfter) LeaveBehind();
            }
            if (error is not null) throw new InvalidOperationException("A history could not be replayed.", error);
        }
    }

    public void Dispose()
    {
        Thread? last;
        lock (gate)
        {
            (closing, last) = (true, thread);
            Monitor.PulseAll(gate);
        }
        last?.Join();
    }

    private void LeaveBehind()
    {
        replays[next].Abandon(blockedAfter);
        (next, since) = (next + 1, Stopwatch.GetTimestamp());
        StartThread();
    }

    private void StartThread()
    {
        thread = new Thread(Work) { IsBackground = true, Name = "engine replay" };
        thread.Start();
    }

    private void Work()
    {
        while (Take() is { } replay)
        {
            Exception? failure = null;
            try
            {
                replay.Run();
            }
            catch (Exception e)
            {
                failure = e;
            }
            if (Report(failure)) continue;
            logger.LogWarning("A replay that had blocked its thread returned after its instance was failed.");
            return;
        }
    }

    private Replay? Take()
    {
        lock (gate)
        {
            while (!closing && IsDone) Monitor.Wait(gate);
            return closing ? null : replays[next];
        }
    }

    /// <returns>False when the thread's place was taken meanwhile.</returns>
    private bool Report(Exception? failure)
    {
        lock (gate)
        {
            if (thread != Thread.CurrentThread) return false;
            (error, next, since) = (failure, next + 1, Stopwatch.GetTimestamp());
            if (IsDone) Monitor.PulseAll(gate);
            return true;
        }
    }
}
