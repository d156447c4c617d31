using Tedori.Programme;
using Tedori.Season.Checks;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Records;

namespace Tedori.Season.Reporting;

/// <summary>Streams the cases out of the record, one at a time, in order of id.</summary>
internal sealed class CaseReader(IAllRecords records)
{
    public async IAsyncEnumerable<CaseDossier> AllAsync()
    {
        var rows = new List<Row>();
        string? current = null;
        await foreach (var (partition, row) in records.ScanAllAsync(RecordSet.Cases))
        {
            if (current is not null && partition != current)
            {
                yield return Read(current, rows);
                rows.Clear();
            }

            current = partition;
            rows.Add(row);
        }

        if (current is not null)
            yield return Read(current, rows);
    }

    private static CaseDossier Read(string partition, List<Row> rows)
    {
        var events = Of<EventRow>(rows, CaseRows.Events);
        return new(
            CaseId.Parse(partition),
            Of<CaseSnapshot>(rows, CaseRows.Snapshot).Single(),
            events,
            [.. events.Select(e => e.Read())],
            Of<AttemptRow>(rows, CaseRows.Attempts),
            Of<SentNotice>(rows, CaseRows.Sent),
            rows.Count(r => r.Key.StartsWith(CaseRows.Outbox, StringComparison.Ordinal)));
    }

    private static List<T> Of<T>(List<Row> rows, string prefix) =>
        [.. rows.Where(r => r.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(r => r.Read<T>())];
}
