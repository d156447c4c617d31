namespace Tedori.Programme.Evidence;

/// <summary>Which files are taken as evidence. Pure: what was read of a file is an argument.</summary>
public static class EvidenceRules
{
    /// <summary>
    /// Refuses what can be told before a file arrives: its name, its kind, its declared length in bytes.
    /// </summary>
    public static Refusal? CheckFile(string? name, long size)
    {
        if (FileName.Check(name) is { } refusal)
            return refusal;
        if (FileKinds.Claimed(name!) is null)
            return EvidenceRefusals.KindNotAccepted(name!);
        return size switch
        {
            <= 0 => EvidenceRefusals.FileEmpty(name!),
            > EvidenceLimits.MostBytes => EvidenceRefusals.FileTooLarge(name!),
            _ => null,
        };
    }

    /// <summary>Refuses a further upload of so many bytes where it would go beyond a limit of the case.</summary>
    public static Refusal? CheckRoom(EvidenceTotals taken, long size)
    {
        ArgumentNullException.ThrowIfNull(taken);
        return taken.Uploads >= EvidenceLimits.MostUploads
            ? EvidenceRefusals.TooManyUploads
            : CheckTotals(taken with { Files = taken.Files + 1, Bytes = taken.Bytes + size });
    }

    /// <summary>Refuses totals that are beyond the limits of a case.</summary>
    public static Refusal? CheckTotals(EvidenceTotals totals)
    {
        ArgumentNullException.ThrowIfNull(totals);
        if (totals.Files > EvidenceLimits.MostFiles)
            return EvidenceRefusals.TooManyFiles;
        return totals.Bytes > EvidenceLimits.MostBytesOfCase ? EvidenceRefusals.CaseFull : null;
    }

    /// <summary>Refuses a file that has arrived and is not what its name and declared length say.</summary>
    public static Refusal? CheckContent(string name, long declared, FileSample sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        // First: what did not arrive as it is says nothing of the file that the company has.
        if (sample.Size != declared)
            return EvidenceRefusals.SizeDiffers(name);
        if (CheckFile(name, sample.Size) is { } refusal)
            return refusal;
        var claimed = FileKinds.Claimed(name)!.Value;
        return FileSignature.Recognise(sample) == claimed ? null : EvidenceRefusals.ContentDiffers(name, claimed);
    }
}

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
        if (leading.StartsWith(Jpeg))
            return FileKind.Jpeg;
        if (leading.StartsWith(Png))
            return FileKind.Png;
        if (leading.StartsWith(Zip))
            return OfficePackage.Recognise(sample);
        // Readers look for the header within the first 1,024 bytes, and some programs write something before it.
        return leading.IndexOf(Pdf) >= 0 ? FileKind.Pdf : null;
    }
}
