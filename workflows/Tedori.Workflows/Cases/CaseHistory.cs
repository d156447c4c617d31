using System.Runtime.CompilerServices;
using Tedori.Programme.Cases;
using Tedori.Programme.Serialization;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Cases;

/// <summary>Reads the events of a case.</summary>
public sealed class CaseHistory(IRecords records)
{
    /// <summary>The events after the first so many, in order, each with its number from 1.</summary>
    /// <param name="id">The case.</param>
    /// <param name="seen">How many events are known already, 0 or more.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async IAsyncEnumerable<(int Number, CaseEvent Event)> SinceAsync(
        CaseId id, int seen, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var row in records.ScanPrefixAsync(RecordSet.Cases, id.ToString(), CaseRows.Events, cancellation))
        {
            var read = TedoriJson.Read<EventRow>(row.Body);
            if (read.Number > seen)
                yield return (read.Number, read.Read());
        }
    }
}
