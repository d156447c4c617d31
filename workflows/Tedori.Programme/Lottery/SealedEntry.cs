using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace Tedori.Programme.Lottery;

/// <summary>An entry in the frozen list of a round.</summary>
/// <param name="Number">Its number, from 1, in order of receipt.</param>
/// <param name="CaseId">Its case.</param>
/// <param name="ReceivedAt">When it was received.</param>
/// <param name="Salt">
/// Known to the office and to the company of this entry only, so that nobody can guess from the published leaf which
/// case it is and when it came.
/// </param>
public sealed record SealedEntry(int Number, CaseId CaseId, Instant ReceivedAt, Hash256 Salt)
{
    /// <summary>
    /// SHA-256 of a zero byte and the text of number, case, time of receipt (ISO 8601, UTC) and salt, joined by
    /// <c>|</c>.
    /// </summary>
    public Hash256 Leaf()
    {
        Span<byte> input = stackalloc byte[192];
        input[0] = 0;
        var length = 1 + Encoding.UTF8.GetBytes(Text(), input[1..]);
        Span<byte> hash = stackalloc byte[Hash256.Length];
        SHA256.HashData(input[..length], hash);
        return new(hash);
    }

    /// <summary>The salt of a case: HMAC-SHA256(secret of the list, case id).</summary>
    public static Hash256 SaltOf(CaseId caseId, ReadOnlySpan<byte> secret)
    {
        Span<byte> hash = stackalloc byte[Hash256.Length];
        HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(caseId.ToString()), hash);
        return new(hash);
    }

    private string Text() => string.Create(
        CultureInfo.InvariantCulture, $"{Number}|{CaseId}|{InstantPattern.ExtendedIso.Format(ReceivedAt)}|{Salt}");
}
