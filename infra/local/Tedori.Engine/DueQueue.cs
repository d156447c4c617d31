namespace Tedori.Engine;

/// <summary>
/// The next due time of every instance that has one, earliest first; at the same time, by instance id. A changed time
/// leaves its old entry behind, which is skipped when it surfaces and swept when such entries prevail.
/// </summary>
internal sealed class DueQueue
{
    private readonly PriorityQueue<(long Key, string Id), (long Due, string Id)> queue = new(Order.Instance);
    private readonly Dictionary<long, long> dues = [];

    public long? Next => Surface() ? Peek().Due : null;

    public void Set(long key, string id, long? due)
    {
        if (due is not { } time)
        {
            dues.Remove(key);
            return;
        }
        if (dues.TryGetValue(key, out var known) && known == time) return;
        dues[key] = time;
        queue.Enqueue((key, id), (time, id));
        if (queue.Count > 1024 && queue.Count / 4 > dues.Count) Sweep();
    }

    /// <summary>Takes the earliest entry that is due.</summary>
    public bool TryTake(long now, out (long Key, string Id, long Due) taken)
    {
        taken = default;
        if (!Surface() || Peek().Due > now) return false;
        taken = Peek();
        queue.Dequeue();
        dues.Remove(taken.Key);
        return true;
    }

    private (long Key, string Id, long Due) Peek()
    {
        queue.TryPeek(out var entry, out var order);
        return (entry.Key, entry.Id, order.Due);
    }

    private bool Surface()
    {
        while (queue.TryPeek(out var entry, out var order))
        {
            if (dues.TryGetValue(entry.Key, out var due) && due == order.Due) return true;
            queue.Dequeue();
        }
        return false;
    }

    private void Sweep()
    {
        var live = queue.UnorderedItems
            .Where(i => dues.TryGetValue(i.Element.Key, out var due) && due == i.Priority.Due)
            .DistinctBy(i => i.Element.Key)
            .ToList();
        queue.Clear();
        queue.EnqueueRange(live);
    }

    private sealed class Order : IComparer<(long Due, string Id)>
    {
        public static readonly Order Instance = new();

        public int Compare((long Due, string Id) x, (long Due, string Id) y)
        {
            var byTime = x.Due.CompareTo(y.Due);
            return byTime != 0 ? byTime : string.CompareOrdinal(x.Id, y.Id);
        }
    }
}
