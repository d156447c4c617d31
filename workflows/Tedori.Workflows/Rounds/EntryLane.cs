namespace Tedori.Workflows.Rounds;

/// <summary>
/// The requests of one round in this process. Whoever finds the lane free commits all that wait with its own, and then
/// passes the lead on, so that nobody works longer for others than one commit takes.
/// </summary>
internal sealed class EntryLane(EntryBatch batch)
{
    private readonly Lock gate = new();
    private readonly Queue<Place> waiting = new();
    private bool led;

    public async Task<EntryRow> TakeAsync(EntryRequest request)
    {
        var own = new Place(request);
        // No answer means that the lead has come to this request, which stands first in the queue.
        if (!Join(own) && await own.Answer.Task is { } answered)
            return answered;
        var group = Group();
        try
        {
            var rows = await batch.CommitAsync([.. group.Select(p => p.Request)]);
            for (var i = 1; i < group.Count; i++)
                group[i].Answer.SetResult(rows[i]);
            return rows[0];
        }
        catch (Exception failure)
        {
            foreach (var other in group.Skip(1))
                other.Answer.SetException(failure);
            throw;
        }
        finally
        {
            PassOn();
        }
    }

    /// <summary>Whether the lane was free.</summary>
    private bool Join(Place own)
    {
        lock (gate)
        {
            waiting.Enqueue(own);
            var free = !led;
            led = true;
            return free;
        }
    }

    private List<Place> Group()
    {
        lock (gate)
        {
            var group = new List<Place>();
            while (group.Count < EntryBatch.Most && waiting.TryDequeue(out var place))
                group.Add(place);
            return group;
        }
    }

    private void PassOn()
    {
        lock (gate)
        {
            led = waiting.TryPeek(out var next);
            next?.Answer.SetResult(null);
        }
    }

    private sealed record Place(EntryRequest Request)
    {
        public TaskCompletionSource<EntryRow?> Answer { get; } = new(
            TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
