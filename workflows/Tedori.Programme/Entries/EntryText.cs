using Tedori.Programme.Text;

namespace Tedori.Programme.Entries;

/// <summary>The usual writing of what people type.</summary>
internal static class EntryText
{
    private const int LongestEmail = 254;

    /// <summary>Half-width letters and digits, without surrounding blanks.</summary>
    public static string Usual(string typed) => WidthFolding.Fold(typed).Trim();

    /// <summary>
    /// The digits of a number written with blanks, hyphens or brackets; null where it holds anything else.
    /// </summary>
    public static string? Digits(string typed)
    {
        var text = Usual(typed);
        return text.All(c => char.IsAsciiDigit(c) || c is ' ' or '-' or '(' or ')' or '‐' or '−' or 'ー' or ',')
            ? string.Concat(text.Where(char.IsAsciiDigit))
            : null;
    }

    /// <summary>
    /// Whether mail can be sent there: one <c>@</c>, a domain with a dot, and printable ASCII without blanks or what
    /// would end a header.
    /// </summary>
    public static bool IsEmail(string text) =>
        text.Length <= LongestEmail
        && text.Split('@') is [{ Length: > 0 and <= 64 } local, { Length: > 2 } domain]
        && text.All(c => c is > ' ' and < '\u007f' && !"<>()[],;:\\\"".Contains(c, StringComparison.Ordinal))
        && IsDotted(local) && IsDotted(domain) && domain.Contains('.', StringComparison.Ordinal)
        && domain.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-');

    private static bool IsDotted(string text) =>
        text[0] != '.' && text[^1] != '.' && !text.Contains("..", StringComparison.Ordinal);
}
