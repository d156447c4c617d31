using Microsoft.DurableTask.Client;
using Tedori.Workflows.Telemetry;

namespace Tedori.Workflows.Durable;

/// <summary>Counts orchestrations that failed: none should, since the record mends what they miss.</summary>
public sealed class FailedInstances(DurableClientAccessor accessor)
{
    /// <summary>Counting ends here: more is as bad.</summary>
    public const int Most = 1000;

    /// <summary>How many there are, at most <see cref="Most"/>.</summary>
    public async Task<int> CountAsync(CancellationToken cancellation = default)
    {
        var count = 0;
        var failed = new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Failed]);
        await foreach (var _ in accessor.Client.GetAllInstancesAsync(failed).WithCancellation(cancellation))
        {
            if (++count == Most)
                break;
        }

        TedoriMeter.InstancesFailed.Record(count);
        return count;
    }
}
