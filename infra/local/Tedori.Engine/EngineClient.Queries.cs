using System.Globalization;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Tedori.Engine;

/// <content>Reading, listing and purging.</content>
internal sealed partial class EngineClient
{
    private const int PurgePage = 500;

    public override Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var row = queries.Find(instanceId);
        return Task.FromResult(row is null ? null : queries.Describe(row, getInputsAndOutputs));
    }

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null)
    {
        var query = filter ?? new OrchestrationQuery();
        return Pageable.Create<OrchestrationMetadata>((token, hint, cancellation) =>
        {
            cancellation.ThrowIfCancellationRequested();
            var size = hint ?? query.PageSize;
            var after = KeyOf(token ?? query.ContinuationToken);
            var rows = queries.List(query, after, size);
            var values = rows.ConvertAll(r => queries.Describe(r, query.FetchInputsAndOutputs));
            var next = rows.Count < size ? null : rows[^1].Key.ToString(CultureInfo.InvariantCulture);
            return Task.FromResult(new Page<OrchestrationMetadata>(values, next));
        });
    }

    public override async Task<PurgeResult> PurgeInstanceAsync(
        string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        var request = new PurgeRequest([instanceId], options?.Recursive ?? false);
        await Send(request, cancellation);
        return new PurgeResult(request.Count, isComplete: true);
    }

    public override async Task<PurgeResult> PurgeAllInstancesAsync(
        PurgeInstancesFilter filter, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var query = new OrchestrationQuery(filter.CreatedFrom, filter.CreatedTo, filter.Statuses ?? Ended);
        var (purged, after) = (0, 0L);
        while (true)
        {
            var rows = queries.List(query, after, PurgePage);
            if (rows.Count == 0) return new PurgeResult(purged, isComplete: true);
            after = rows[^1].Key;
            var request = new PurgeRequest(rows.ConvertAll(r => r.Id), options?.Recursive ?? false);
            await Send(request, cancellation);
            purged += request.Count;
        }
    }

    public override Task<Page<string>> ListInstanceIdsAsync(
        IEnumerable<OrchestrationRuntimeStatus>? runtimeStatus = null, DateTimeOffset? completedTimeFrom = null,
        DateTimeOffset? completedTimeTo = null, int pageSize = 100, string? lastInstanceKey = null,
        CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var query = new OrchestrationQuery(Statuses: runtimeStatus);
        var rows = queries.List(query, KeyOf(lastInstanceKey), pageSize, completedTimeFrom, completedTimeTo);
        var next = rows.Count < pageSize ? null : rows[^1].Key.ToString(CultureInfo.InvariantCulture);
        return Task.FromResult(new Page<string>(rows.ConvertAll(r => r.Id), next));
    }

    private static readonly OrchestrationRuntimeStatus[] Ended =
    [
        OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated,
    ];

    private static long KeyOf(string? token) =>
        string.IsNullOrEmpty(token) ? 0
        : long.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var key) ? key
        : throw new ArgumentException($"'{token}' is no continuation token of this engine.", nameof(token));
}
