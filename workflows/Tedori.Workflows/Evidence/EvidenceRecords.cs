using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Evidence;
using Tedori.Programme.Payments;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Evidence;

/// <summary>Reads and commits the rows of a case's evidence.</summary>
public sealed class EvidenceRecords(IRecords records)
{
    /// <summary>The manifest, or null where no upload was opened yet.</summary>
    public Task<Row<EvidenceManifest>?> ManifestAsync(CaseId id, CancellationToken cancellation) =>
        records.ReadAsync(EvidenceRows.Manifest(id), cancellation);

    /// <summary>One upload, or null.</summary>
    public async Task<Row<UploadRow>?> UploadAsync(CaseId id, int number, CancellationToken cancellation) =>
        number is < 1 or > 9999 ? null : await records.ReadAsync(EvidenceRows.Upload(id, number), cancellation);

    /// <summary>What the case has taken of its limits, one upload left out where its number is given.</summary>
    public async Task<EvidenceTotals> TotalsAsync(
        CaseId id, EvidenceManifest manifest, Instant now, int except, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        var totals = new EvidenceTotals(manifest.Uploads, manifest.Files.Count, manifest.Files.Sum(f => f.File.Size));
        await foreach (var upload in records.BodiesAsync(EvidenceRows.UploadsOf(id), cancellation))
        {
            if (upload.Number != except && upload.IsAwaited(now))
                totals = totals with { Files = totals.Files + 1, Bytes = totals.Bytes + upload.Size };
        }

        return totals;
    }

    /// <summary>When each digest was last part of an accepted filing as which document.</summary>
    public async Task<IReadOnlyDictionary<(string Sha256, string? Slot), Instant>> FiledAsync(CaseId id, CancellationToken cancellation)
    {
        var events = new List<CaseEvent>();
        await foreach (var row in records.ScanAsync(CaseRows.EventsOf(id), cancellation))
            events.Add(row.Read(e => e.Read()));
        return FiledBy(events);
    }

    /// <summary>The verdicts of the virus scanner, by digest.</summary>
    public async Task<IReadOnlyDictionary<string, VirusVerdict>> VerdictsAsync(
        CaseId id, CancellationToken cancellation)
    {
        var verdicts = new Dictionary<string, VirusVerdict>(StringComparer.Ordinal);
        await foreach (var verdict in records.BodiesAsync(EvidenceRows.VerdictsOf(id), cancellation))
            verdicts[verdict.Sha256] = verdict;
        return verdicts;
    }

    /// <summary>The verdict on one file, or null.</summary>
    public async Task<VirusVerdict?> VerdictAsync(CaseId id, string sha256, CancellationToken cancellation) =>
        (await records.ReadAsync(EvidenceRows.Verdict(id, sha256), cancellation))?.Body;

    /// <summary>Changes a row; what stays as it was is not written.</summary>
    /// <exception cref="ContentionException">Other writers came between too often.</exception>
    public Task<T?> ChangeAsync<T>(RowKey<T> key, Func<T?, T?> change, CancellationToken cancellation)
        where T : class => records.ChangeAsync(key, change, cancellation);

    /// <summary>Changes a row and commits further writes with it; answers what was decided.</summary>
    /// <exception cref="ContentionException">Other writers came between too often.</exception>
    public Task<TResult> ChangeAsync<T, TResult>(
        RowKey<T> key, Func<T?, Task<Change<T, TResult>>> decide, CancellationToken cancellation)
        where T : class => records.ChangeAsync(key, decide, cancellation);

    /// <summary>Writes a row; false where another writer came first.</summary>
    public async Task<bool> CommitAsync(RowWrite write, CancellationToken cancellation) =>
        (await records.CommitAsync(write, cancellation)).Succeeded;

    /// <summary>
    /// When each digest was last part of an accepted filing as which document, by the events of the case in order.
    /// </summary>
    internal static IReadOnlyDictionary<(string Sha256, string? Slot), Instant> FiledBy(IEnumerable<CaseEvent> events)
    {
        var filed = new Dictionary<(string Sha256, string? Slot), Instant>();
        foreach (var e in events)
        {
            foreach (var file in FilingOf(e)?.Files ?? [])
                filed[(file.Sha256, file.Slot)] = e.At;
        }

        return filed;
    }

    internal static Filing? FilingOf(CaseEvent e) => e switch
    {
        CaseEvent.CompanyRegistered f => f.Filing,
        CaseEvent.ProjectRegistered f => f.Filing,
        CaseEvent.ClaimSubmitted f => f.Filing,
        CaseEvent.CorrectionAnswered f => f.Filing,
        CaseEvent.MailFileTaken f => f.Filing,
        CaseEvent.MoneyMoved { What: PaymentEvent.InvoiceFiled f } => new(f.Key, f.Receipt, f.Files),
        _ => null,
    };
}
