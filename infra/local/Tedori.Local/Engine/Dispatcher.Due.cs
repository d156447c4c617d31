namespace Tedori.Local.Engine;

/// <content>What comes due: timers and delayed starts.</content>
internal sealed partial class Dispatcher
{
    private readonly DueQueue queue = new();

    private void FireDue()
    {
        var now = Now;
        while (queue.TryTake(now, out var due))
        {
            if (Find(due.Id) is not { IsTerminal: false } instance || instance.Key != due.Key) continue;
            if (instance.StartAt <= due.Due)
            {
                instance.Start();
                Deliver(instance, Inbound.Started);
            }
            if (instance.Context is not { } context) continue;
            foreach (var timer in context.TakeDue(due.Due)) Deliver(instance, new(EntryKind.TimerFired, timer));
            Touch(instance);
        }
    }
}
