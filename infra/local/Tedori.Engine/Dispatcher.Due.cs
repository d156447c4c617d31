using DurableTask.Core.History;

namespace Tedori.Engine;

/// <content>What comes due: timers and delayed starts.</content>
internal sealed partial class Dispatcher
{
    private readonly DueQueue queue = new();

    private void FireDue()
    {
        var now = Now;
        while (TakeDue(now, Room) is { Count: > 0 } dues)
        {
            broughtIn += dues.Count;
            foreach (var due in dues) Fire(due.Key, due.Id, due.Due);
        }
    }

    private List<(long Key, string Id, long Due)> TakeDue(long now, int most)
    {
        var dues = new List<(long Key, string Id, long Due)>();
        while (dues.Count < most && queue.TryTake(now, out var due)) dues.Add(due);
        return dues;
    }

    private void Fire(long key, string id, long due)
    {
        if (Find(id) is not { IsTerminal: false } instance || instance.Key != key) return;
        if (instance.StartAt <= due)
        {
            instance.Start();
            Deliver(instance, instance.Started());
        }
        if (instance.Live is not { } live) return;
        foreach (var timer in live.TimersDue(due)) Deliver(instance, new TimerFiredEvent(-1) { TimerId = timer });
        Touch(instance);
    }
}
