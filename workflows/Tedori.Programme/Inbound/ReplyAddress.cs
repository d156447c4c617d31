using System.Buffers;

namespace Tedori.Programme.Inbound;

/// <summary>
/// The address by which a company answers about its case (返信用アドレス), for example
/// <c>r7-07-00123+k7fqm2xwp3ha@mail.example</c>. Mail programs may change the case of letters, so it decides nothing.
/// </summary>
/// <param name="Case">The case.</param>
/// <param name="Code">A secret of the case: only who has had a mail about it can write to it.</param>
public readonly record struct ReplyAddress(CaseId Case, string Code)
{
    /// <summary>Characters of a code.</summary>
    public const int CodeLength = 12;

    /// <summary>The letters and digits of codes: none that looks like another.</summary>
    public const string CodeLetters = "abcdefghjkmnpqrstuvwxyz23456789";

    private static readonly SearchValues<char> CodeCharacters = SearchValues.Create(CodeLetters);

    /// <summary>The address in a domain.</summary>
    public string In(string domain) => $"{Case}+{Code}@{domain}";

    /// <summary>What an address says, or null where it is none of the domain or names no case and code.</summary>
    public static ReplyAddress? Read(string? address, string domain)
    {
        ArgumentNullException.ThrowIfNull(domain);
        if (address?.Trim().Split('@') is not [var local, var host]
            || !host.Equals(domain, StringComparison.OrdinalIgnoreCase)
            || local.ToLowerInvariant().Split('+') is not [var number, { Length: CodeLength } code]
            || code.AsSpan().ContainsAnyExcept(CodeCharacters)
            || !CaseId.TryParse(number, out var id))
            return null;
        return new(id, code);
    }
}
