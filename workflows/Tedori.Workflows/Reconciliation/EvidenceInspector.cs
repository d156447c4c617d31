using System.Buffers;
using System.Security.Cryptography;
using NodaTime;
using Tedori.Programme.Audit;
using Tedori.Programme.Cases;
using Tedori.Programme.Evidence;
using Tedori.Programme.Serialization;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Evidence;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Reconciliation;

/// <summary>Compares one case's record with the evidence store: every file of every filing, and the chain of its events.</summary>
public sealed class EvidenceInspector(IRecords records, IEvidenceStore evidence, IClock clock)
{
    private const int BufferLength = 64 * 1024;

    internal async Task<CaseEvidence> InspectAsync(CaseId id, CancellationToken cancellation)
    {
        var (files, bytes, previous) = (0, 0L, HashChain.Start);
        var findings = new List<EvidenceFinding>();
        await foreach (var row in records.ScanPrefixAsync(RecordSet.Cases, id.ToString(), CaseRows.Events, cancellation))
        {
            var link = TedoriJson.Read<EventRow>(row.Body);
            if (!link.Follows(previous))
                findings.Add(Finding("chainBroken", id, link, ""));
            previous = link.Hash;
            foreach (var file in FilesOf(link.Read()))
            {
                (files, bytes) = (files + 1, bytes + file.Size);
                if (await CompareAsync(id, file, cancellation) is { } code)
                    findings.Add(Finding(code, id, link, file.Sha256));
            }
        }

        return new(files, bytes, findings);
    }

    private EvidenceFinding Finding(string code, CaseId id, EventRow link, string sha256) =>
        new(code, id, link.Number, sha256, clock.GetCurrentInstant());

    private static IReadOnlyList<EvidenceFile> FilesOf(CaseEvent e) => e switch
    {
        CaseEvent.CompanyRegistered x => x.Filing.Files,
        CaseEvent.ProjectRegistered x => x.Filing.Files,
        CaseEvent.ClaimSubmitted x => x.Filing.Files,
        CaseEvent.CorrectionAnswered x => x.Filing.Files,
        _ => [],
    };

    private async Task<string?> CompareAsync(CaseId id, EvidenceFile file, CancellationToken cancellation)
    {
        await using var content = await evidence.OpenAsync(id, file.Sha256, cancellation);
        if (content is null)
            return "missing";
        var (size, sha256) = await DigestAsync(content, cancellation);
        return size != file.Size ? "sizeDiffers" : sha256 != file.Sha256 ? "digestDiffers" : null;
    }

    private static async Task<(long Size, string Sha256)> DigestAsync(Stream content, CancellationToken cancellation)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferLength);
        try
        {
            long size = 0;
            for (int read; (read = await content.ReadAsync(buffer, cancellation)) > 0; size += read)
                digest.AppendData(buffer, 0, read);
            return (size, Convert.ToHexStringLower(digest.GetHashAndReset()));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
