namespace Tedori.Functions.Papers;

/// <summary>
/// The Japanese font that papers embed: a TrueType file of the machine. The product has none; without one there are no
/// PDFs, and pages do not offer them.
/// </summary>
/// <param name="Path">Full path of the file, or null.</param>
/// <param name="Fault">Why there is none, in English, or null.</param>
public sealed record PaperFont(string? Path, string? Fault)
{
    private const int MostBytes = 64 * 1024 * 1024;

    // Where Debian's fonts-ipaexfont puts it, and what its alternatives lead to.
    private static readonly string[] Known =
    [
        "/usr/share/fonts/opentype/ipaexfont-gothic/ipaexg.ttf",
        "/usr/share/fonts/truetype/fonts-japanese-gothic.ttf",
        "/usr/share/fonts/ipa-ex-gothic-fonts/ipaexg.ttf",
    ];

    /// <summary>Finds it.</summary>
    /// <param name="named">The file that the setting names, or null; a relative path begins where the program lies.</param>
    public static PaperFont Find(string? named) => Find(named, Known);

    internal static PaperFont Find(string? named, IReadOnlyList<string> known)
    {
        if (named is not null)
        {
            var path = System.IO.Path.GetFullPath(named, AppContext.BaseDirectory);
            return FaultOf(path) is { } fault ? new(null, $"{path} {fault}.") : new(path, null);
        }

        return known.FirstOrDefault(path => FaultOf(path) is null) is { } found
            ? new(found, null)
            : new(null, "This machine has no Japanese TrueType font: install fonts-ipaexfont or name a file.");
    }

    // A collection (.ttc) or PostScript outlines (.otf) cannot be embedded as a subset.
    private static string? FaultOf(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            Span<byte> head = stackalloc byte[4];
            return file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length
                && (head.SequenceEqual<byte>([0, 1, 0, 0]) || head.SequenceEqual("true"u8)) && file.Length <= MostBytes
                ? null
                : "is not a TrueType font (.ttf) of at most 64 MB";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "cannot be read";
        }
    }
}
