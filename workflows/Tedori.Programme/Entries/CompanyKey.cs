using System.Security.Cryptography;
using System.Text;
using Tedori.Programme.Text;

namespace Tedori.Programme.Entries;

/// <summary>Something by which a company is known again, as a digest: it can be a row key and names nobody.</summary>
/// <param name="Digest">SHA-256 of what it is and what it says.</param>
public readonly record struct CompanyKey(Hash256 Digest)
{
    /// <summary>64 hexadecimal digits.</summary>
    public string Value => Digest.ToString();

    /// <summary>Parses 64 hexadecimal digits.</summary>
    /// <exception cref="FormatException">The text is something else.</exception>
    public static CompanyKey Parse(string text) => new(Hash256.Parse(text));

    /// <summary>The key of a kind, for example <c>number</c>, that says this.</summary>
    public static CompanyKey Of(string kind, string text) =>
        new(new Hash256(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}:{text}"))));

    /// <summary>
    /// The key by name, address and phone together, with the folding of the time when companies had no other besides
    /// their number. Rows of those who were drawn then hold it; it never changes.
    /// </summary>
    public static CompanyKey OfPlace(EntryForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return Of("name", $"{Fold(form.CompanyName)}\n{Fold(form.Address)}\n{Digits(form.Phone)}");
    }

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static string Fold(string text)
    {
        var folded = WidthFolding.Fold(text).ToUpperInvariant()
            .Replace("(株)", "株式会社", StringComparison.Ordinal)
            .Replace("(有)", "有限会社", StringComparison.Ordinal);
        return string.Concat(folded.Where(c => !char.IsWhiteSpace(c)));
    }

    private static string Digits(string text) =>
        string.Concat(WidthFolding.Fold(text).Where(char.IsAsciiDigit));
}
