using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace Tedori.Programme.Lottery;

/// <summary>A lot in the frozen list of a round: one entry, or all entries of one company.</summary>
/// <param name="Number">Its number, from 1, in order of position.</param>
/// <param name="CaseId">The case of its entry, the first where it has several.</param>
/// <param name="ReceivedAt">When that was received.</param>
/// <param name="Salt">
/// Known to the office and to the company of this entry only, so that nobody can guess from the published leaf which
/// case it is and when it came.
/// </param>
public sealed record SealedEntry(int Number, CaseId CaseId, Instant ReceivedAt, Hash256 Salt)
{
    /// <summary>
    /// What each entry of the lot would have as its leaf if it were alone, in order of position; null where it is alone.
    /// </summary>
    public IReadOnlyList<Hash256>? Shares { get; init; }

    /// <summary>What stands for the lot in the tree.</summary>
    public Hash256 Leaf() => Shares is null ? Share() : LeafOf(Number, Shares);

    /// <summary>
    /// The leaf of a lot that several entries share: SHA-256 of a zero byte and the text of number, the word
    /// <c>lot</c> and the entries' shares, joined by <c>|</c>. Nobody learns from it who the others are.
    /// </summary>
    public static Hash256 LeafOf(int number, IReadOnlyList<Hash256> shares)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"\0{number}|lot|{string.Join('|', shares)}");
        return new(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>
    /// The entry's own: SHA-256 of a zero byte and the text of number, case, time of receipt (ISO 8601, UTC) and salt,
    /// joined by <c>|</c>.
    /// </summary>
    public Hash256 Share()
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
