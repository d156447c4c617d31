namespace Tedori.Programme.Evidence;

/// <summary>Recognises a file by its content alone. Reads a bounded part of it and unpacks nothing.</summary>
public static class FileSignature
{
    private static ReadOnlySpan<byte> Pdf => "%PDF-"u8;

    private static ReadOnlySpan<byte> Jpeg => [0xFF, 0xD8, 0xFF];

    private static ReadOnlySpan<byte> Png => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private static ReadOnlySpan<byte> Zip => "PK\x03\x04"u8;

    /// <summary>The kind that the content is, or null where it is none of the accepted ones.</summary>
    public static FileKind? Recognise(FileSample sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        var leading = sample.Leading.Span;
        if (leading.StartsWith(Pdf))
            return FileKind.Pdf;
        if (leading.StartsWith(Jpeg))
            return FileKind.Jpeg;
        if (leading.StartsWith(Png))
            return FileKind.Png;
        return leading.StartsWith(Zip) ? OfficePackage.Recognise(sample) : null;
    }
}
