using System.Security.Cryptography;
using System.Text;
using Tedori.Programme.Text;

namespace Tedori.Programme.Entries;

/// <summary>
/// Tells whether two entries are of the same company: by corporate number, else by name, address and phone
/// after width, case and spaces are folded.
/// </summary>
/// <param name="Value">64 hexadecimal digits, so that it can be a row key and names nobody.</param>
public readonly record struct CompanyKey(string Value)
{
    /// <summary>The key of the company that filled in this form.</summary>
    public static CompanyKey Of(EntryForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return form.CorporateNumber is { } number ? Digest($"number:{number}") : OfPlace(form);
    }

    /// <summary>
    /// The key by name, address and phone alone, whatever number is stated. Of a sole proprietor it is the same as
    /// <see cref="Of"/>.
    /// </summary>
    public static CompanyKey OfPlace(EntryForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return Digest($"name:{Fold(form.CompanyName)}\n{Fold(form.Address)}\n{Digits(form.Phone)}");
    }

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static CompanyKey Digest(string identity) =>
        new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity))));

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
