using System.Globalization;
using Tedori.Programme;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Evidence;

/// <summary>The rows of evidence in a case's partition. Storage format.</summary>
public static class EvidenceRows
{
    /// <summary>The manifest.</summary>
    public static RowKey<EvidenceManifest> Manifest(CaseId id) => CaseRows.Of(id).Row<EvidenceManifest>("evidence");

    /// <summary>The uploads, by number.</summary>
    public static RowRange<UploadRow> UploadsOf(CaseId id) => CaseRows.Of(id).Prefix<UploadRow>("upload-");

    /// <summary>The upload with this number.</summary>
    public static RowKey<UploadRow> Upload(CaseId id, int number) =>
        CaseRows.Of(id).Row<UploadRow>(string.Create(CultureInfo.InvariantCulture, $"upload-{number:0000}"));

    /// <summary>The verdicts of the virus scanner, by digest.</summary>
    public static RowRange<VirusVerdict> VerdictsOf(CaseId id) => CaseRows.Of(id).Prefix<VirusVerdict>("verdict-");

    /// <summary>The verdict on the file with this digest.</summary>
    public static RowKey<VirusVerdict> Verdict(CaseId id, string sha256) =>
        CaseRows.Of(id).Row<VirusVerdict>($"verdict-{sha256}");
}
