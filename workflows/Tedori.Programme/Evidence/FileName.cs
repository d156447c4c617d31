using System.Globalization;
using System.Text;
using Tedori.Programme.Text;

namespace Tedori.Programme.Evidence;

/// <summary>
/// The name that a company gave its file. It is data: it is listed and offered at a download, and never part of a path
/// or of a blob's name. What could deceive a reader or a file system is refused all the same.
/// </summary>
public static class FileName
{
    /// <summary>Most characters (UTF-16 units) of a name, extension included.</summary>
    public const int Longest = 150;

    private const string Separators = "/\\:*?\"<>|";

    /// <summary>
    /// The name with letters and marks in one character and without what nobody sees, as a Mac and a PC write the same
    /// one.
    /// </summary>
    public static string Clean(string name) => PlainText.Clean(name);

    /// <summary>Refuses a name that is no plain file name.</summary>
    /// <param name="name">After <see cref="Clean"/>.</param>
    public static Refusal? Check(string? name)
    {
        if (string.IsNullOrEmpty(name) || Clean(name).Length == 0)
            return EvidenceRefusals.NameMissing;
        if (name.Length > Longest)
            return EvidenceRefusals.NameTooLong;
        foreach (var rune in name.EnumerateRunes())
        {
            if (IsForbidden(rune))
                return EvidenceRefusals.NameHolds(rune);
        }

        return name[0] == '.' || name[^1] == '.' || name.Trim().Length < name.Length || IsNameless(name)
            ? EvidenceRefusals.NameNotUsable
            : null;
    }

    /// <summary>
    /// The name as part of a path: what no file system takes is a low line, and nothing else is lost.
    /// </summary>
    /// <param name="name">Any text.</param>
    /// <param name="most">Most characters (UTF-16 units) of it, of which the last are kept.</param>
    public static string InPath(string name, int most)
    {
        var safe = new StringBuilder(name.Length);
        foreach (var rune in Clean(name).EnumerateRunes())
            safe.Append(IsForbidden(rune) ? "_" : rune.ToString());
        var from = Math.Max(0, safe.Length - most);
        if (from > 0 && char.IsLowSurrogate(safe[from]))
            from++;
        return safe.ToString(from, safe.Length - from).Trim('.', ' ');
    }

    /// <summary>
    /// The value of a Content-Disposition header that makes a browser save the file under its name: plain ASCII for old
    /// ones, the name itself in UTF-8 for the others (RFC 6266). Any text is safe in it.
    /// </summary>
    public static string Attachment(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var extension = FileKinds.Claimed(name) is null ? "" : name[name.LastIndexOf('.')..].ToLowerInvariant();
        return $"attachment; filename=\"file{extension}\"; filename*=UTF-8''{Uri.EscapeDataString(name)}";
    }

    // A name that is nothing but its extension and blanks.
    private static bool IsNameless(string name) =>
        Clean(name[..Math.Max(0, name.LastIndexOf('.'))]).Length == 0 && name.Contains('.', StringComparison.Ordinal);

    // Format characters are invisible and turn the direction of writing: "…fdp.exe" can read as "…exe.pdf".
    private static bool IsForbidden(Rune rune) =>
        (rune.IsBmp && Separators.Contains((char)rune.Value, StringComparison.Ordinal))
        || rune == Rune.ReplacementChar
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
