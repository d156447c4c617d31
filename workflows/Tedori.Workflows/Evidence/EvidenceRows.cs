using System.Globalization;

namespace Tedori.Workflows.Evidence;

/// <summary>Keys of the rows of evidence in a case's partition. Storage format.</summary>
public static class EvidenceRows
{
    /// <summary>The manifest.</summary>
    public const string Manifest = "evidence";

    /// <summary>Prefix of the uploads.</summary>
    public const string Uploads = "upload-";

    /// <summary>Prefix of the verdicts of the virus scanner.</summary>
    public const string Verdicts = "verdict-";

    /// <summary>Key of the upload with this number.</summary>
    public static string Upload(int number) => string.Create(CultureInfo.InvariantCulture, $"{Uploads}{number:0000}");

    /// <summary>Key of the verdict on the file with this digest.</summary>
    public static string Verdict(string sha256) => Verdicts + sha256;
}
