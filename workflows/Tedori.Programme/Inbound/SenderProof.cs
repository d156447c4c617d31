using System.Text.Json.Serialization;

namespace Tedori.Programme.Inbound;

/// <summary>
/// What the mail server that received a mail found out about its sender (送信ドメイン認証). Storage format. Values as it wrote
/// them, in lower case, for example <c>pass</c>, <c>fail</c>, <c>none</c>; null where it did not say.
/// </summary>
/// <param name="Spf">Whether the machine that sent it may send for the domain of the envelope.</param>
/// <param name="Dkim">Whether a signature of a domain holds.</param>
/// <param name="Dmarc">Whether one of the two is of the domain that the reader sees.</param>
public sealed record SenderProof(string? Spf, string? Dkim, string? Dmarc)
{
    /// <summary>Nothing was said.</summary>
    public static readonly SenderProof None = new(null, null, null);

    /// <summary>Whether the address that the reader sees is likely not the one who sent it.</summary>
    [JsonIgnore]
    public bool IsDoubtful => Dmarc == "fail" || (Dmarc != "pass" && Spf is "fail" or "softfail" && Dkim != "pass");

    /// <summary>
    /// The same with DMARC, where the server did not say it (RFC 7489, alignment relaxed): it passes where what holds is of the
    /// domain that the reader sees, and fails where something holds but of others only, as anybody's own domain does. Where nothing
    /// holds nothing is known: many small companies have set nothing up.
    /// </summary>
    /// <param name="from">The address that the reader sees.</param>
    /// <param name="envelopeFrom">Sender of the envelope, for which SPF holds; null or empty where there is none.</param>
    /// <param name="signedBy">The domains whose signatures hold.</param>
    public SenderProof Aligned(string from, string? envelopeFrom, IReadOnlyList<string> signedBy)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(signedBy);
        if (Dmarc is not null)
            return this;
        var holds = Spf == "pass" && DomainOf(envelopeFrom) is { } sender ? [.. signedBy, sender] : signedBy;
        return holds.Count == 0 || DomainOf(from) is not { } seen ? this
            : this with { Dmarc = holds.Any(d => IsWithin(d, seen) || IsWithin(seen, d)) ? "pass" : "fail" };
    }

    private static string? DomainOf(string? address) =>
        address?[(address.LastIndexOf('@') + 1)..].Trim().TrimEnd('.').ToLowerInvariant() is { Length: > 0 } domain ? domain : null;

    // What is within another is of its owner; a domain of one label has none.
    private static bool IsWithin(string domain, string other) => other.Contains('.', StringComparison.Ordinal)
        && (string.Equals(domain, other, StringComparison.OrdinalIgnoreCase)
            || domain.EndsWith("." + other, StringComparison.OrdinalIgnoreCase));
}
