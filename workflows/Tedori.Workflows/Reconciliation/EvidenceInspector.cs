using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Audit;
using Tedori.Programme.Cases;
using Tedori.Programme.Evidence;
using Tedori.Programme.Payments;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Evidence;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Reconciliation;

/// <summary>
/// Compares one case's record with the evidence store: the chain of its events, and every file of every filing. Each
/// night that the store holds it under its digest and in its size; once in 28 nights by reading it whole, since to read
/// all of a million cases every night would take longer than the night.
/// </summary>
public sealed class EvidenceInspector(IRecords records, IEvidenceStore evidence, IClock clock)
{
    /// <summary>Within so many nights every file is read whole once.</summary>
    public const int ReadingNights = 28;

    private const string Unreadable = "unreadable";

    /// <summary>Whether the files of this case are read whole on this day.</summary>
    public static bool IsReadOn(CaseId id, LocalDate day) =>
        (id.Serial + Period.DaysBetween(LocalDate.MinIsoValue, day)) % ReadingNights == 0;

    internal async Task<CaseEvidence> InspectAsync(CaseId id, LocalDate day, CancellationToken cancellation)
    {
        var (files, bytes, previous, number) = (0, 0L, HashChain.Start, 0);
        var findings = new List<EvidenceFinding>();
        Dictionary<string, long>? stored = null;
        try
        {
            await foreach (var row in records.ScanAsync(CaseRows.EventsOf(id), cancellation))
            {
                var link = row.Body;
                if (!link.Follows(previous))
                    findings.Add(Finding("chainBroken", id, link.Number, ""));
                foreach (var file in FilesOf(row.Read(e => e.Read())))
                {
                    stored ??= await StoredAsync(id, cancellation);
                    (files, bytes) = (files + 1, bytes + file.Size);
                    if (await CompareAsync(id, file, stored, day, cancellation) is { } code)
                        findings.Add(Finding(code, id, link.Number, file.Sha256));
                }

                (previous, number) = (link.Hash, link.Number);
            }
        }
        catch (DamagedRowException)
        {
            // One case that cannot be read must not keep all that come after it from being looked at.
            findings.Add(Finding(Unreadable, id, number, ""));
        }

        return new(files, bytes, findings);
    }

    private EvidenceFinding Finding(string code, CaseId id, int number, string sha256) =>
        new(code, id, number, sha256, clock.GetCurrentInstant());

    private static IReadOnlyList<EvidenceFile> FilesOf(CaseEvent e) => e switch
    {
        CaseEvent.CompanyRegistered x => x.Filing.Files,
        CaseEvent.ProjectRegistered x => x.Filing.Files,
        CaseEvent.ClaimSubmitted x => x.Filing.Files,
        CaseEvent.CorrectionAnswered x => x.Filing.Files,
        CaseEvent.MailFileTaken x => x.Filing.Files,
        CaseEvent.MoneyMoved { What: PaymentEvent.InvoiceFiled x } => x.Files,
        _ => [],
    };

    private async Task<Dictionary<string, long>> StoredAsync(CaseId id, CancellationToken cancellation)
    {
        var stored = new Dictionary<string, long>();
        await foreach (var file in evidence.ListAsync(id, cancellation))
            stored[file.Sha256] = file.Size;
        return stored;
    }

    private async Task<string?> CompareAsync(
        CaseId id, EvidenceFile file, Dictionary<string, long> stored, LocalDate day, CancellationToken cancellation)
    {
        if (!stored.TryGetValue(file.Sha256, out var size))
            return "missing";
        if (size != file.Size)
            return "sizeDiffers";
        if (!IsReadOn(id, day))
            return null;
        try
        {
            await using var content = await evidence.OpenAsync(id, file.Sha256, cancellation);
            if (content is null)
                return "missing";
            var (_, sha256) = await ContentReader.ReadAsync(content, cancellation);
            return sha256 == file.Sha256 ? null : "digestDiffers";
        }
        catch (Exception) when (!cancellation.IsCancellationRequested)
        {
            // Where the store itself is away this fails too: then nothing was found about the file.
            await StoredAsync(id, cancellation);
            return Unreadable;
        }
    }
}

/// <summary>What the reconciliation of one case saw.</summary>
/// <param name="Files">Files on its receipts.</param>
/// <param name="Bytes">Their bytes.</param>
/// <param name="Findings">What differs.</param>
internal sealed record CaseEvidence(int Files, long Bytes, IReadOnlyList<EvidenceFinding> Findings);
