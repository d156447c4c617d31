using NodaTime;
using Tedori.Workflows.Durable;

namespace Tedori.Workflows.Bulk;

/// <summary>Knows which work on many cases is begun and not done, so that the sweeper has it gone on with.</summary>
public interface IBulkList
{
    /// <summary>All of it, with when it was begun.</summary>
    IAsyncEnumerable<(BulkId Bulk, Instant Since)> UnfinishedAsync(CancellationToken cancellation = default);
}
