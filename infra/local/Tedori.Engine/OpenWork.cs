using DurableTask.Core.History;

namespace Tedori.Engine;

/// <summary>
/// Activities without a result and timers that have not fired, by the history. As in production, a timer that the code
/// cancelled fires all the same: nobody hears it.
/// </summary>
internal sealed class OpenWork
{
    private static readonly Dictionary<int, TaskScheduledEvent> None = [];
    private Dictionary<int, TaskScheduledEvent>? activities;
    private List<(long Due, int Id)>? timers;

    public OpenWork(IEnumerable<HistoryEvent> past)
    {
        foreach (var entry in past) Note(entry);
    }

    public IReadOnlyDictionary<int, TaskScheduledEvent> Activities => activities ?? None;

    /// <summary>When the earliest timer fires.</summary>
    public long? NextDue { get; private set; }

    /// <summary>The timers due by the given time, in order; at one time in that of their creation.</summary>
    public List<int> TimersDue(long by) =>
        timers is null ? [] : [.. timers.Where(t => t.Due <= by).Order().Select(t => t.Id)];

    public void Note(HistoryEvent entry)
    {
        switch (entry)
        {
            case TaskScheduledEvent task:
                (activities ??= []).Add(task.EventId, task);
                break;
            case TaskCompletedEvent task:
                activities?.Remove(task.TaskScheduledId);
                break;
            case TaskFailedEvent task:
                activities?.Remove(task.TaskScheduledId);
                break;
            case TimerCreatedEvent timer:
                (timers ??= []).Add((Ticks.Of(timer.FireAt), timer.EventId));
                NextDue = timers.Min().Due;
                break;
            case TimerFiredEvent timer when timers is not null:
                timers.RemoveAll(t => t.Id == timer.TimerId);
                NextDue = timers.Count == 0 ? null : timers.Min().Due;
                break;
        }
    }
}
