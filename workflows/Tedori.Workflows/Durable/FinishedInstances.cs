using Microsoft.DurableTask.Client;
using NodaTime;
using Tedori.Programme.Cases;

namespace Tedori.Workflows.Durable;

/// <summary>
/// Drops the orchestrations of canaries, of notices and of work on many cases that ended: nobody asks for them again, and
/// what they did is on the record. Those that failed stay until somebody has looked. Safe to repeat.
/// </summary>
public sealed class FinishedInstances(DurableClientAccessor accessor, IClock clock)
{
    /// <summary>How long after its start one is kept.</summary>
    public static readonly Duration Kept = Duration.FromDays(7);

    // Looked for among those that began in the month before: an older one is left only by an outage of a month.
    private static readonly Duration Reach = Duration.FromDays(31);
    private const int AtOnce = 16;

    /// <summary>Drops them.</summary>
    /// <returns>How many were dropped.</returns>
    /// <exception cref="AggregateException">Some could not be dropped; all others were.</exception>
    public async Task<int> PurgeAsync(CancellationToken cancellation = default)
    {
        var until = clock.GetCurrentInstant() - Kept;
        var ended = new OrchestrationQuery(
            (until - Reach).ToDateTimeOffset(), until.ToDateTimeOffset(), [OrchestrationRuntimeStatus.Completed]);
        var ids = new List<string>();
        await foreach (var instance in accessor.Client.GetAllInstancesAsync(ended).WithCancellation(cancellation))
        {
            if (instance.InstanceId.StartsWith(InstanceNames.Canaries, StringComparison.Ordinal)
                || instance.InstanceId.StartsWith(InstanceNames.Bulks, StringComparison.Ordinal)
                || NoticeId.TryParse(instance.InstanceId, out _))
                ids.Add(instance.InstanceId);
        }

        var (purged, failures) = (0, new List<Exception>());
        foreach (var some in ids.Chunk(AtOnce))
        {
            foreach (var (count, failure) in await Task.WhenAll(some.Select(id => TryPurgeAsync(id, cancellation))))
            {
                purged += count;
                if (failure is not null)
                    failures.Add(failure);
            }
        }

        return failures.Count == 0
            ? purged
            : throw new AggregateException(
                $"{failures.Count} orchestrations that ended could not be dropped; {purged} others were.", failures);
    }

    // One that does not go must not keep all that come after it.
    private async Task<(int Count, Exception? Failure)> TryPurgeAsync(string id, CancellationToken cancellation)
    {
        try
        {
            return ((await accessor.Client.PurgeInstanceAsync(id, cancellation)).PurgedInstanceCount, null);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            return (0, failure);
        }
    }
}
