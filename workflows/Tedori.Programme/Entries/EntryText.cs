using System.Text.RegularExpressions;
using Tedori.Programme.Text;

namespace Tedori.Programme.Entries;

/// <summary>The usual writing of what people type.</summary>
internal static partial class EntryText
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

    /// <summary>
    /// Whether mail readers would make a link of something in it. Names go into mails to whatever address was typed, so
    /// nobody may have us send his link. A name such as 価格.com is a name.
    /// </summary>
    public static bool HoldsAddress(string text)
    {
        var usual = Usual(text).ToLowerInvariant();
        return usual.Contains("://", StringComparison.Ordinal) || usual.Contains("www.", StringComparison.Ordinal)
            || usual.Contains('@', StringComparison.Ordinal) || DomainWithPath().IsMatch(usual);
    }

    [GeneratedRegex("[a-z0-9-]\\.[a-z]{2,}[/?#:]")]
    private static partial Regex DomainWithPath();

    private static bool IsDotted(string text) =>
        text[0] != '.' && text[^1] != '.' && !text.Contains("..", StringComparison.Ordinal);
}
