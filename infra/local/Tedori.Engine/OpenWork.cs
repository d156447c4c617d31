using DurableTask.Core.History;

namespace Tedori.Engine;

/// <summary>
/// Activities without a result and timers that have not fired, by the history. As in production, a timer that the code
/// cancelled fires all the same: nobody hears it.
/// </summary>
internal sealed class OpenWork
{
    private readonly Dictionary<int, TaskScheduledEvent> activities = [];
    private readonly Dictionary<int, long> timers = [];
    private readonly SortedSet<(long Due, int Id)> dues = [];

    public OpenWork(IEnumerable<HistoryEvent> past)
    {
        foreach (var entry in past) Note(entry);
    }

    public IReadOnlyDictionary<int, TaskScheduledEvent> Activities => activities;

    public long? NextDue => dues.Count == 0 ? null : dues.Min.Due;

    public List<int> TimersDue(long by) => [.. dues.TakeWhile(d => d.Due <= by).Select(d => d.Id)];

    public void Note(HistoryEvent entry)
    {
        switch (entry)
        {
            case TaskScheduledEvent task:
                activities.Add(task.EventId, task);
                break;
            case TaskCompletedEvent task:
                activities.Remove(task.TaskScheduledId);
                break;
            case TaskFailedEvent task:
                activities.Remove(task.TaskScheduledId);
                break;
            case TimerCreatedEvent timer:
                var due = Ticks.Of(timer.FireAt);
                timers.Add(timer.EventId, due);
                dues.Add((due, timer.EventId));
                break;
            case TimerFiredEvent timer:
                if (timers.Remove(timer.TimerId, out var was)) dues.Remove((was, timer.TimerId));
                break;
        }
    }
}
