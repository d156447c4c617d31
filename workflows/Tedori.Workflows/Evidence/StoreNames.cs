using System.Buffers;

namespace Tedori.Workflows.Evidence;

/// <summary>What every evidence store refuses as a name, so that a name that works on one works on all.</summary>
public static class StoreNames
{
    private const int LongestPart = 100;
    private static readonly SearchValues<char> DigestDigits = SearchValues.Create("0123456789abcdef");
    private static readonly SearchValues<char> PartCharacters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyz0123456789._-");

    /// <summary>Whether the text is a SHA-256 digest of 64 lower-case hexadecimal digits.</summary>
    public static bool IsDigest(string? text) =>
        text is { Length: 64 } && !text.AsSpan().ContainsAnyExcept(DigestDigits);

    /// <summary>Refuses what is no digest.</summary>
    /// <exception cref="ArgumentException">The text is not 64 lower-case hexadecimal digits.</exception>
    public static void CheckDigest(string sha256)
    {
        ArgumentNullException.ThrowIfNull(sha256);
        if (!IsDigest(sha256))
            throw new ArgumentException("A SHA-256 digest is 64 lower-case hexadecimal digits.", nameof(sha256));
    }

    /// <summary>Refuses what is no name of a sealed document.</summary>
    /// <exception cref="ArgumentException">It has not the form that <see cref="ISealedDocuments"/> states.</exception>
    public static void CheckDocument(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!name.Split('/').All(IsPart))
            throw new ArgumentException(
                $"'{name}' is no name of a sealed document, such as rounds/r7-07/list.json.", nameof(name));
    }

    private static bool IsPart(string part) => part.Length is > 0 and <= LongestPart &&
        char.IsAsciiLetterOrDigit(part[0]) && !part.AsSpan().ContainsAnyExcept(PartCharacters);
}
