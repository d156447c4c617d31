using Tedori.Programme;
using Tedori.Workflows.Office;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Evidence;

/// <summary>
/// Takes down what the virus scanner tells, which may come long after the filing and more than once. Files and filings
/// stay as they are: staff decide what follows.
/// </summary>
public sealed class VirusVerdicts(EvidenceRecords evidence, StaffTasks tasks)
{
    private const int LongestDetail = 200;

    /// <summary>Records the verdict on a file; of several the worst stays, and of equals the first.</summary>
    /// <exception cref="ArgumentException">The digest is not 64 lower-case hexadecimal digits.</exception>
    /// <exception cref="ContentionException">Other writers came between too often.</exception>
    public async Task RecordAsync(CaseId id, VirusVerdict verdict, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        StoreNames.CheckDigest(verdict.Sha256);
        var kept = verdict with { Detail = verdict.Detail[..Math.Min(verdict.Detail.Length, LongestDetail)] };
        await evidence.ChangeAsync(
            EvidenceRows.Verdict(id, kept.Sha256),
            before => before is not null && Weight(before.Finding) >= Weight(kept.Finding) ? before : kept,
            cancellation);
        if (kept.Finding != VirusFinding.Clean)
            await tasks.RaiseAsync(TaskOf(id, kept), cancellation);
    }

    private static int Weight(VirusFinding finding) => finding switch
    {
        VirusFinding.NotScanned => 0,
        VirusFinding.Clean => 1,
        VirusFinding.Malicious => 2,
        _ => throw new ArgumentOutOfRangeException(nameof(finding), finding, "Unknown finding."),
    };

    private static StaffTask TaskOf(CaseId id, VirusVerdict verdict)
    {
        var subject = $"{id}.{verdict.Sha256}";
        return verdict.Finding == VirusFinding.Malicious
            ? new("virusFound", subject, verdict.ScannedAt, "提出書類からウイルスが検出されました。ファイルを開かず、申請者に再提出を依頼してください。提出日時は変わりません。")
            : new("virusNotScanned", subject, verdict.ScannedAt, "提出書類のウイルス検査ができませんでした。隔離した端末で確認してください。提出日時は変わりません。");
    }
}
