using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Evidence;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Evidence;

/// <summary>Reads and commits the rows of a case's evidence.</summary>
public sealed class EvidenceRecords(IRecords records)
{
    /// <summary>The manifest with its version; an empty one without a version where there is none.</summary>
    public async Task<(EvidenceManifest Manifest, string? Version)> ManifestAsync(
        CaseId id, CancellationToken cancellation)
    {
        var (body, version) = await records.ReadAsync<EvidenceManifest>(
            RecordSet.Cases, id.ToString(), EvidenceRows.Manifest, cancellation);
        return (body ?? EvidenceManifest.Empty, version);
    }

    /// <summary>One upload with its version, or null.</summary>
    public async Task<(UploadRow? Upload, string? Version)> UploadAsync(
        CaseId id, int number, CancellationToken cancellation) =>
        number is < 1 or > 9999 ? (null, null) : await records.ReadAsync<UploadRow>(
            RecordSet.Cases, id.ToString(), EvidenceRows.Upload(number), cancellation);

    /// <summary>What the case has taken of its limits, one upload left out where its number is given.</summary>
    public async Task<EvidenceTotals> TotalsAsync(
        CaseId id, EvidenceManifest manifest, Instant now, int except, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        var totals = new EvidenceTotals(manifest.Uploads, manifest.Files.Count, manifest.Files.Sum(f => f.File.Size));
        await foreach (var row in records.ScanPrefixAsync(
            RecordSet.Cases, id.ToString(), EvidenceRows.Uploads, cancellation))
        {
            var upload = row.Read<UploadRow>();
            if (upload.Number != except && upload.IsPending(now))
                totals = totals with { Files = totals.Files + 1, Bytes = totals.Bytes + upload.Size };
        }

        return totals;
    }

    /// <summary>When each digest was last part of an accepted filing.</summary>
    public async Task<IReadOnlyDictionary<string, Instant>> FiledAsync(CaseId id, CancellationToken cancellation)
    {
        var events = new List<CaseEvent>();
        await foreach (var row in records.ScanPrefixAsync(
            RecordSet.Cases, id.ToString(), CaseRows.Events, cancellation))
            events.Add(row.Read<EventRow, CaseEvent>(e => e.Read()));
        return FiledBy(events);
    }

    /// <summary>The verdicts of the virus scanner, by digest.</summary>
    public async Task<IReadOnlyDictionary<string, VirusVerdict>> VerdictsAsync(
        CaseId id, CancellationToken cancellation)
    {
        var verdicts = new Dictionary<string, VirusVerdict>(StringComparer.Ordinal);
        await foreach (var row in records.ScanPrefixAsync(
            RecordSet.Cases, id.ToString(), EvidenceRows.Verdicts, cancellation))
        {
            var verdict = row.Read<VirusVerdict>();
            verdicts[verdict.Sha256] = verdict;
        }

        return verdicts;
    }

    /// <summary>The verdict on one file with its version, or null.</summary>
    public Task<(VirusVerdict? Verdict, string? Version)> VerdictAsync(
        CaseId id, string sha256, CancellationToken cancellation) =>
        records.ReadAsync<VirusVerdict>(RecordSet.Cases, id.ToString(), EvidenceRows.Verdict(sha256), cancellation);

    /// <summary>Writes all or nothing; false where another writer came first.</summary>
    public async Task<bool> CommitAsync(CaseId id, IReadOnlyList<Write> writes, CancellationToken cancellation) =>
        (await records.CommitAsync(RecordSet.Cases, id.ToString(), writes, cancellation)).Succeeded;

    /// <summary>When each digest was last part of an accepted filing, by the events of the case in order.</summary>
    internal static IReadOnlyDictionary<string, Instant> FiledBy(IEnumerable<CaseEvent> events)
    {
        var filed = new Dictionary<string, Instant>(StringComparer.Ordinal);
        foreach (var e in events)
        {
            foreach (var file in FilingOf(e)?.Files ?? [])
                filed[file.Sha256] = e.At;
        }

        return filed;
    }

    internal static Filing? FilingOf(CaseEvent e) => e switch
    {
        CaseEvent.CompanyRegistered f => f.Filing,
        CaseEvent.ProjectRegistered f => f.Filing,
        CaseEvent.ClaimSubmitted f => f.Filing,
        CaseEvent.CorrectionAnswered f => f.Filing,
        _ => null,
    };
}
