namespace Tedori.Workflows.Durable;

/// <summary>How an orchestrator does many things at once.</summary>
internal static class FanOut
{
    /// <summary>How many of one orchestration are under way at once.</summary>
    public const int AtOnce = 16;

    /// <summary>
    /// Calls once for each item, in their order, and always as many at once as there may be. Safe under replay where the
    /// items and the call are.
    /// </summary>
    /// <returns>When all have ended. A call that fails ends its lane, and the task with it after the other lanes.</returns>
    public static async Task RunAsync<T>(IEnumerable<T> items, Func<T, Task> call)
    {
        using var queue = items.GetEnumerator();
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => LaneAsync()).ToList());

        async Task LaneAsync()
        {
            while (queue.MoveNext())
                await call(queue.Current);
        }
    }
}
