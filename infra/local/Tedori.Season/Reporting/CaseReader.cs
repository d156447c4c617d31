using Tedori.Programme;
using Tedori.Season.Checks;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Records;

namespace Tedori.Season.Reporting;

/// <summary>Streams the cases out of the record, one at a time, in order of id.</summary>
internal sealed class CaseReader(IAllRecords records)
{
    public IAsyncEnumerable<CaseDossier> AllAsync() => records.ReadAllAsync(RecordSet.Cases).Select(Read);

    private static CaseDossier Read(PartitionRows rows)
    {
        var id = CaseId.Parse(rows.Partition.Name);
        var events = Of(rows, CaseRows.EventsOf(id));
        return new(
            id,
            rows.Find(CaseRows.Snapshot(id))!.Body,
            events,
            [.. events.Select(e => e.Read())],
            Of(rows, CaseRows.AttemptsOf(id)),
            Of(rows, CaseRows.SentOf(id)),
            rows.In(CaseRows.OutboxOf(id)).Count());
    }

    private static List<T> Of<T>(PartitionRows rows, RowRange<T> range) => [.. rows.In(range).Select(r => r.Body)];
}
