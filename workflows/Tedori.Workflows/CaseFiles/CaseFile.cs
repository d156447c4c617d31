using Tedori.Programme.Access;
using Tedori.Programme.Cases;
using Tedori.Programme.Evidence;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Directory;
using Tedori.Workflows.Drafts;
using Tedori.Workflows.Evidence;
using Tedori.Workflows.Inbound;

namespace Tedori.Workflows.CaseFiles;

/// <summary>Everything that the record holds of one case (申請の記録), as staff read it.</summary>
/// <param name="Snapshot">The state, the number of events and the hash of the last.</param>
/// <param name="Events">All events in order.</param>
/// <param name="Pending">Notices that have not left.</param>
/// <param name="Sent">Notices that have left, in order of their cause.</param>
/// <param name="Attempts">Filings that were refused, in order of time.</param>
/// <param name="Files">The files, in the order in which they were registered.</param>
/// <param name="Notes">Notes of the office, in order of time.</param>
/// <param name="Ticks">What staff ticked on the checklists, in order of time; the last for an entry counts.</param>
/// <param name="Assignment">Who is in charge, or null.</param>
/// <param name="Drafts">What was typed and not filed; copies of it from the deadline.</param>
/// <param name="Access">Which links to the case are valid.</param>
public sealed record CaseFile(
    CaseSnapshot Snapshot,
    IReadOnlyList<RecordedEvent> Events,
    IReadOnlyList<Notice> Pending,
    IReadOnlyList<SentNotice> Sent,
    IReadOnlyList<AttemptRow> Attempts,
    IReadOnlyList<ListedFile> Files,
    IReadOnlyList<CaseNote> Notes,
    IReadOnlyList<ChecklistTick> Ticks,
    CaseAssignment? Assignment,
    IReadOnlyList<(Draft Draft, bool Copy)> Drafts,
    LinkAccess Access)
{
    /// <summary>What the virus scanner told, by digest: of uploads and of what came by post alike.</summary>
    public IReadOnlyDictionary<string, VirusVerdict> Verdicts { get; init; } = new Dictionary<string, VirusVerdict>();

    /// <summary>The mails that came in about it, in order of receipt.</summary>
    public IReadOnlyList<InboundLine> Mails { get; init; } = [];

    /// <summary>Whether the scanner found malicious content in the file with this digest.</summary>
    public bool IsMalicious(string sha256) => Verdicts.GetValueOrDefault(sha256)?.Finding == VirusFinding.Malicious;

    /// <summary>The case.</summary>
    public CaseState State => Snapshot.State;

    /// <summary>Whether anything was filed after the first so many events.</summary>
    /// <param name="seen">How many events somebody has seen, 0 or more.</param>
    public bool FiledSince(int seen) => Filings.Any(f => f.Event.Number > seen);

    /// <summary>Every filing that was accepted, in order, with the event that took it.</summary>
    public IEnumerable<(RecordedEvent Event, Filing Filing)> Filings =>
        Events.Select(e => (e, EvidenceRecords.FilingOf(e.Event))).Where(f => f.Item2 is not null).Select(f => (f.e, f.Item2!));

    /// <summary>Every file that a filing or the draft lists, each digest once.</summary>
    public IEnumerable<EvidenceFile> AllFiles =>
        Filings.SelectMany(f => f.Filing.Files).Concat(Files.Select(f => f.Held.File)).DistinctBy(f => f.Sha256);

    /// <summary>The tick that counts for an entry of a checklist, or null where there is none.</summary>
    public ChecklistTick? TickOf(string entry) => Ticks.LastOrDefault(t => t.Entry == entry);

    /// <summary>
    /// What is wrong with the chain of hashes, in Japanese, or null where every event follows the one before, none is missing
    /// and the last is the one that the snapshot names.
    /// </summary>
    public string? ChainFault
    {
        get
        {
            var broken = Events.Where((e, i) => !e.Follows || e.Number != i + 1).Select(e => (int?)e.Number).FirstOrDefault();
            if (broken is { } number)
                return $"{number}番の記録が、保存された検査値と一致しません。";
            return Events.Count == Snapshot.Events && (Events.Count == 0 || Events[^1].Hash == Snapshot.Hash)
                ? null
                : $"記録は{Events.Count}件ありますが、最新の状態は{Snapshot.Events}件目のものです。";
        }
    }
}
