using Tedori.Programme;
using Tedori.Programme.Access;
using Tedori.Programme.Audit;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Directory;
using Tedori.Workflows.Drafts;
using Tedori.Workflows.Evidence;
using Tedori.Workflows.Inbound;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.CaseFiles;

/// <summary>Reads everything that the record holds of one case, in one scan of its partition.</summary>
public sealed class CaseFileReader(IRecords records)
{
    /// <summary>The folder of a case, or null where there is no such case.</summary>
    public async Task<CaseFile?> ReadAsync(CaseId id, CancellationToken cancellation = default)
    {
        var rows = await records.ReadAllAsync(CaseRows.Of(id), cancellation);
        if (rows.Find(CaseRows.Snapshot(id)) is not { } snapshot)
            return null;
        var events = EventsOf(rows, id);
        return new(
            snapshot.Body, events, All(rows, CaseRows.OutboxOf(id)),
            [.. All(rows, CaseRows.SentOf(id)).OrderBy(s => s.Notice.Cause).ThenBy(s => s.SentAt)],
            All(rows, CaseRows.AttemptsOf(id)).InOrderOfWriting(), FilesOf(rows, id, events),
            All(rows, CaseFileRows.NotesOf(id)).InOrderOfWriting(),
            All(rows, CaseFileRows.TicksOf(id)).InOrderOfWriting(),
            rows.Find(DirectoryRows.Assignment(id))?.Body,
            [
                .. All(rows, DraftRows.SafeCopiesOf(id)).Select(d => (d, true)),
                .. All(rows, DraftRows.DraftsOf(id)).Select(d => (d, false)),
            ],
            rows.Find(CaseRows.Access(id))?.Body ?? LinkAccess.Initial)
        {
            Mails = All(rows, InboundRows.OfCase(id)),
            Verdicts = All(rows, EvidenceRows.VerdictsOf(id)).ToDictionary(v => v.Sha256),
        };
    }

    private static List<T> All<T>(PartitionRows rows, RowRange<T> range) => [.. rows.In(range).Select(r => r.Body)];

    private static List<RecordedEvent> EventsOf(PartitionRows rows, CaseId id)
    {
        var (events, previous) = (new List<RecordedEvent>(), HashChain.Start);
        foreach (var row in rows.In(CaseRows.EventsOf(id)))
        {
            var read = row.Read(e => new RecordedEvent(
                e.Number, e.Hash, e.Follows(previous), e.Event.GetRawText(), e.Read()));
            events.Add(read);
            previous = read.Hash;
        }

        return events;
    }

    private static List<ListedFile> FilesOf(PartitionRows rows, CaseId id, List<RecordedEvent> events)
    {
        if (rows.Find(EvidenceRows.Manifest(id))?.Body is not { Files.Count: > 0 } manifest)
            return [];
        var filed = EvidenceRecords.FiledBy(events.Select(e => e.Event));
        var verdicts = All(rows, EvidenceRows.VerdictsOf(id)).ToDictionary(v => v.Sha256);
        return [.. manifest.Files.Select(f =>
            new ListedFile(f, EvidenceService.IsFiled(f, filed), verdicts.GetValueOrDefault(f.File.Sha256)))];
    }
}
