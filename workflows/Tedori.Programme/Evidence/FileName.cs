using System.Buffers;
using System.Globalization;

namespace Tedori.Programme.Evidence;

/// <summary>
/// The name that a company gave its file. It is data: it is listed and offered at a download, and never part of a path
/// or of a blob's name. What could deceive a reader or a file system is refused all the same.
/// </summary>
public static class FileName
{
    /// <summary>Most characters (UTF-16 units) of a name, extension included.</summary>
    public const int Longest = 150;

    private static readonly SearchValues<char> Separators = SearchValues.Create("/\\:*?\"<>|");

    /// <summary>Refuses a name that is no plain file name.</summary>
    public static Refusal? Check(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return EvidenceRefusals.NameMissing;
        if (name.Length > Longest)
            return EvidenceRefusals.NameTooLong;
        return name[0] == '.' || name[^1] == '.' || name.Trim().Length < name.Length || HasForbidden(name)
            ? EvidenceRefusals.NameNotUsable
            : null;
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

    private static bool HasForbidden(string name)
    {
        if (name.AsSpan().IndexOfAny(Separators) >= 0)
            return true;
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsSurrogatePair(name, i))
                i++;
            else if (IsForbidden(name[i]))
                return true;
        }

        return false;
    }

    // Format characters are invisible and turn the direction of writing: "…fdp.exe" can read as "…exe.pdf".
    private static bool IsForbidden(char c) => char.GetUnicodeCategory(c) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or
        UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
