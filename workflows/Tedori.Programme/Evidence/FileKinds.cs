namespace Tedori.Programme.Evidence;

/// <summary>What belongs to each <see cref="FileKind"/>: extensions and the words for them.</summary>
public static class FileKinds
{
    /// <summary>All kinds, in words for the applicant.</summary>
    public const string Words = "PDF、JPEG、PNG、Word(.docx)、Excel(.xlsx)";

    private static readonly Dictionary<string, FileKind> ByExtension = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = FileKind.Pdf,
        [".jpg"] = FileKind.Jpeg,
        [".jpeg"] = FileKind.Jpeg,
        [".png"] = FileKind.Png,
        [".docx"] = FileKind.Docx,
        [".xlsx"] = FileKind.Xlsx,
    };

    /// <summary>The accepted extensions with their dot, lower case.</summary>
    public static IReadOnlyCollection<string> Extensions => ByExtension.Keys;

    /// <summary>The kind that a file's name claims by its last extension (case does not matter), or null.</summary>
    public static FileKind? Claimed(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var dot = name.LastIndexOf('.');
        return dot > 0 && ByExtension.TryGetValue(name[dot..], out var kind) ? kind : null;
    }

    /// <summary>The kind in one word, for the applicant.</summary>
    public static string WordOf(FileKind kind) => kind switch
    {
        FileKind.Pdf => "PDF",
        FileKind.Jpeg => "JPEG",
        FileKind.Png => "PNG",
        FileKind.Docx => "Word(.docx)",
        FileKind.Xlsx => "Excel(.xlsx)",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of file."),
    };
}
