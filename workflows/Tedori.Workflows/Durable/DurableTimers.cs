namespace Tedori.Workflows.Durable;

/// <summary>How durable timers are made, alike on both platforms.</summary>
public static class DurableTimers
{
    /// <summary>
    /// The longest one, 6 days: a longer wait is a chain of them, a turn each. Azure Storage holds a message back for
    /// 7 days at most, and those of DurableTask do not expire; the worker's own default of 3 days costs twice the
    /// turns. A history that was recorded with another length does not replay.
    /// </summary>
    public static TimeSpan MaximumInterval => TimeSpan.FromDays(6);
}
