using System.Collections.Concurrent;
using Tedori.Programme;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Rounds;

/// <summary>
/// Brings the entries of a round, which all replace the same counter, into one commit where they come at once. Without
/// it every one of them would meet all others. One of it in a process; several processes are kept apart by the
/// counter's version.
/// </summary>
public sealed class EntryLanes(IRecords records, ReceiptNumbers numbers)
{
    private readonly ConcurrentDictionary<RoundId, EntryLane> lanes = new();

    /// <summary>The entry in the list, or a row with serial 0 where the list is frozen.</summary>
    internal Task<EntryRow> TakeAsync(RoundId round, EntryRequest request) =>
        lanes.GetOrAdd(round, id => new EntryLane(new EntryBatch(records, numbers, id))).TakeAsync(request);
}
