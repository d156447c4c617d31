namespace Tedori.Workflows;

/// <summary>How durable timers are made, alike on both platforms.</summary>
public static class DurableTimers
{
    /// <summary>
    /// The longest one, 3 days: a longer wait is a chain of them, a turn each. Azure Storage keeps no message back for
    /// more than 7 days. Where a history was recorded with another length it does not replay.
    /// </summary>
    public static TimeSpan MaximumInterval => TimeSpan.FromDays(3);
}
