namespace Tedori.Programme.Evidence;

/// <summary>
/// What a company is told at once of a file that was taken: whoever reviews it may not be able to open it, and by then the
/// deadline may have passed. A doubt is no refusal. Pure.
/// </summary>
public static class FileDoubts
{
    private static ReadOnlySpan<byte> PdfEnd => "%%EOF"u8;

    private static ReadOnlySpan<byte> PdfEncryption => "/Encrypt"u8;

    private static ReadOnlySpan<byte> PngEnd => "IEND"u8;

    private static ReadOnlySpan<byte> JpegEnd => [0xFF, 0xD9];

    /// <summary>What is doubtful, in Japanese, or null.</summary>
    public static string? Of(FileKind kind, FileSample sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        var leading = sample.Leading.Span;
        var trailing = sample.Trailing.Span;
        return kind switch
        {
            FileKind.Pdf when Holds(leading, trailing, PdfEncryption) =>
                "パスワードや権限の制限がかかっているようです。開けないと審査できません。制限を外したファイルに差し替えてください。",
            FileKind.Pdf when trailing.IndexOf(PdfEnd) < 0 => Damaged,
            FileKind.Png when trailing.IndexOf(PngEnd) < 0 => Damaged,
            FileKind.Jpeg when trailing.IndexOf(JpegEnd) < 0 => Damaged,
            FileKind.Docx or FileKind.Xlsx when OfficePackage.IsHollow(sample) =>
                "中身が空のようです。開いて確かめ、必要なら差し替えてください。",
            _ => null,
        };
    }

    private static string Damaged => "途中で切れているか、壊れているようです。開いて確かめ、必要なら差し替えてください。";

    private static bool Holds(ReadOnlySpan<byte> leading, ReadOnlySpan<byte> trailing, ReadOnlySpan<byte> mark) =>
        leading.IndexOf(mark) >= 0 || trailing.IndexOf(mark) >= 0;
}
