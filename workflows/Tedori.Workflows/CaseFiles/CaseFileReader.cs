using Tedori.Programme;
using Tedori.Programme.Access;
using Tedori.Programme.Audit;
using Tedori.Programme.Cases;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Directory;
using Tedori.Workflows.Drafts;
using Tedori.Workflows.Evidence;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.CaseFiles;

/// <summary>Reads everything that the record holds of one case, in one scan of its partition.</summary>
public sealed class CaseFileReader(IRecords records)
{
    /// <summary>The folder of a case, or null where there is no such case.</summary>
    public async Task<CaseFile?> ReadAsync(CaseId id, CancellationToken cancellation = default)
    {
        var rows = new List<Row>();
        await foreach (var row in records.ScanAsync(RecordSet.Cases, id.ToString(), cancellation: cancellation))
            rows.Add(row);
        if (rows.Find(r => r.Key == CaseRows.Snapshot) is not { } snapshot)
            return null;
        var events = EventsOf(rows);
        return new(
            snapshot.Read<CaseSnapshot>(), events, All<Notice>(rows, CaseRows.Outbox),
            [.. All<SentNotice>(rows, CaseRows.Sent).OrderBy(s => s.Notice.Cause).ThenBy(s => s.SentAt)],
            All<AttemptRow>(rows, CaseRows.Attempts), FilesOf(rows, events), All<CaseNote>(rows, CaseFileRows.Notes),
            All<ChecklistTick>(rows, CaseFileRows.Ticks), All<CaseAssignment>(rows, CaseFileRows.Assignment).FirstOrDefault(),
            [
                .. All<Draft>(rows, CaseRows.SafeCopies).Select(d => (d, true)),
                .. All<Draft>(rows, CaseRows.Drafts).Select(d => (d, false)),
            ],
            All<LinkAccess>(rows, CaseRows.Access).FirstOrDefault() ?? LinkAccess.Initial);
    }

    private static List<T> All<T>(List<Row> rows, string prefix) =>
        [.. rows.Where(r => r.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(r => r.Read<T>())];

    private static List<RecordedEvent> EventsOf(List<Row> rows)
    {
        var (events, previous) = (new List<RecordedEvent>(), HashChain.Start);
        foreach (var row in rows.Where(r => r.Key.StartsWith(CaseRows.Events, StringComparison.Ordinal)))
        {
            var read = row.Read<EventRow, RecordedEvent>(e =>
                new(e.Number, e.Hash, e.Follows(previous), e.Event.GetRawText(), e.Read()));
            events.Add(read);
            previous = read.Hash;
        }

        return events;
    }

    private static List<ListedFile> FilesOf(List<Row> rows, List<RecordedEvent> events)
    {
        if (All<EvidenceManifest>(rows, EvidenceRows.Manifest).FirstOrDefault() is not { Files.Count: > 0 } manifest)
            return [];
        var filed = new Dictionary<string, NodaTime.Instant>(StringComparer.Ordinal);
        foreach (var e in events)
        {
            foreach (var file in EvidenceRecords.FilingOf(e.Event)?.Files ?? [])
                filed[file.Sha256] = e.Event.At;
        }

        var verdicts = All<VirusVerdict>(rows, EvidenceRows.Verdicts).ToDictionary(v => v.Sha256);
        return [.. manifest.Files.Select(f =>
            new ListedFile(f, EvidenceService.IsFiled(f, filed), verdicts.GetValueOrDefault(f.File.Sha256)))];
    }
}
